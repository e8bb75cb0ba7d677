about = About { -vendor-name }
thanks = Thanks, { -vendor-name }
licence = { -vendor-name } licence
