a-page = A page
a-title = A title
