room-not-found = Room​ gone
access-denied = No‮ entry
