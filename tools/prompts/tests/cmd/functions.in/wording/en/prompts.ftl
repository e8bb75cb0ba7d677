disk-almost-full = Free some space: { PERCENT($share) } is in use
