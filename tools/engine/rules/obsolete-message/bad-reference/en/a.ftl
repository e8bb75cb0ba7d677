door-open = The door is open
