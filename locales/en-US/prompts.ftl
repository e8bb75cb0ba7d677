### The prompts of the classroom component in American English.
###
### Written with the component's meanings at hand. Not yet reviewed by a native speaker.
###
### A message's text is what the user is told. Its .description, where it has one, is what the developer is
### told; where it has none, the text says it. Its .action is the label of the button that does what the app
### must do next. ../codes.toml says which code shows which message.
###
### The component is a kit for classes: rooms with roles, members and seats. IM is instant messaging; keep the
### letters. A large room (超大房间) is a kind of room whose seats have numbers. Both 座位 and 坐席 are seats.

## Starting up

# Signing in to IM failed. When the component reuses the IM that the app has set up, the user has to
# sign in to IM first; otherwise the sign-in itself failed.
# Variables:
#   $im-reused (String) - "true" when the component reuses the app's IM, otherwise "false".
im-login-failed =
    { $im-reused ->
        [true] To reuse IM, sign in to IM first
       *[false] Could not sign in to IM
    }
    .description = IM sign-in error

# The audio and video engine could not be set up.
rtc-initialization-failed = Could not start audio and video
    .description = RTC initialization error

## Requests

# A parameter of the request is wrong.
invalid-parameter = A parameter is not valid

# Who the user is could not be confirmed. What the user may do is permission-denied.
authentication-failed = Could not verify your identity
    .description = Authentication failed

# The user's role may not do this.
permission-denied = You do not have permission to do this

# The request names an operation that there is not. It is not about a page.
operation-not-found = This operation does not exist

# The way in which something was requested is not supported.
method-not-supported = This method is not supported

# Raised when a room is created with a number that is in use.
room-already-exists = The room already exists

# The format of the data in the request is not supported.
data-format-not-supported = This data format is not supported

# Something failed inside the server.
internal-server-error = The server ran into an internal error

# Trying again later may help.
service-busy = The service is busy

## Rooms, roles, members and seats

# The room was not ready for the operation.
service-error = The service ran into an error

# Raised on joining: this role has as many members as it is allowed. Each role has a limit of its own.
role-limit-reached = This role cannot take any more members

# Raised on joining.
role-not-defined = This role is not defined

# No room with this number is open.
room-not-found = The room does not exist

# Raised when a room is created: its configuration does not exist or cannot be used.
room-configuration-not-found = The room configuration does not exist

# A property of the room that may be set only once.
room-property-already-exists = The room property already exists

# A property of one member that may be set only once.
member-property-already-exists = The member property already exists

# Large rooms only: the number given to a new seat is another seat's.
seat-number-already-exists = This seat number is already in use in the large room

# Large rooms only: every seat is taken.
seats-full = Every seat in the large room is taken

# Large rooms only: this user sits somewhere already. It does not say that the seat is taken.
user-already-seated = The user already has a seat in the large room

# Large rooms only.
seat-number-not-found = This seat number does not exist in the large room

# More people do the same thing at once than are allowed to, such as two who share their screens.
people-limit-exceeded = Too many people are doing this at the same time

# The configuration of the seats is wrong.
invalid-seat-configuration = The seat configuration is not correct

# The member that something was to be done to.
member-not-found = The member does not exist

## IM accounts

# An account for instant messaging could not be made for the user.
im-account-creation-failed = Could not create the IM account

# There is no such account for instant messaging.
im-account-not-found = The IM account does not exist

# The service for instant messaging failed.
im-service-error = The IM service ran into an error

# There is such an account for instant messaging already.
im-account-already-exists = The IM account already exists

## During a class

# The audio and video connection was lost, and with it the user has left the class. The text says both.
rtc-disconnected = You have left the class because of a network problem
    .description = Audio and video disconnected

# The user was removed from the audio and video room because the account is used on another device. The app goes
# back to its sign-in page; .action is the button that takes the user there.
signed-in-elsewhere = Your account is being used on another device
    .description = Notified that this user has left the room, having been removed from the audio and video room (return to the sign-in page)
    .action = Back to sign-in

# The room was closed while the user was in it.
room-closed = The room has been closed

## Codes that are not in the table

# Shown for a code that this version does not know.
# Variables:
#   $code (String) - the code, as the component reported it.
unknown-code = An unknown error occurred (code { $code })
