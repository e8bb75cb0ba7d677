self = self
use = Time of self
panel = Storage panel
open = Open the storage panel
# The name of a newsletter
letter = Garden Letters
