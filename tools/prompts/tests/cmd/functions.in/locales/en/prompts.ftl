# Variables:
#   $share (Number) - how much of the disk is in use, from 0 to 1.
disk-almost-full = { PERCENT($share) } of the disk is in use
# Variables:
#   $disk (String) - the name of the disk.
disk-not-found =
    { PLATFORM() ->
        [macos] There is no volume { $disk }
       *[other] There is no disk { $disk }
    }
unknown-code = Something went wrong (code { $code })
