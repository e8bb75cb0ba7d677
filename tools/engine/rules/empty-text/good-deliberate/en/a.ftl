# Variables:
#   $amount (Number) - how many files are left.
files = { $amount ->
    [0] { "" }
   *[other] { $amount } files left
}
gap = { " " }
label = { "" }
    .placeholder = Search
