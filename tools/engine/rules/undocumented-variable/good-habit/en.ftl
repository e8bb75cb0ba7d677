# $name (String) - a member
left = { $name } has left
joined = { $name } has come

## No comments at all below
