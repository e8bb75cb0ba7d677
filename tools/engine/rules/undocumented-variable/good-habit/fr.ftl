left = { $name } est sorti
joined = { $name } est entré
