self = self
use = Време „self“
panel = Storage panel
open = Отворите у storage panel-у
letter = Garden Letters
