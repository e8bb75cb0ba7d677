### Everywhere, $room (String) is the room that the class is in.

## Members. Each of these has $member: who it is.

-greet = Hello { $case }
# Variables:
#   $name (String) - who it is
#   $name-long (String) - the same, written out
member = Member { $name } or { $name-long }
member-left = { $member } left { $room }
member-back = Back: { member }, { -greet(case: "x") }
# “details” is why it failed, and the “size” is in bytes.
failed = It failed ({ $details }, { $size })
# Parameters:
#   - reason: why it was closed
#   { $by } (String) who closed it
closed = Closed by { $by }: { $reason }
# The address of a link is part of its tag.
link = Read the <a href="{ $url }" { $more }>rules</a>
# Obsolete since the rules have a page of their own.
rules = The rules of { $house }
