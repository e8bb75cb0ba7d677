door-open = The door is open
door-shut = The door is shut
