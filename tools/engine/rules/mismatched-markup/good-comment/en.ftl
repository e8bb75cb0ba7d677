# You may omit the strong tags.
warn = <strong>Leave</strong> the room<br>now
