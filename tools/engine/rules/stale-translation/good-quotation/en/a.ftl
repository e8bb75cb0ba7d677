passcode = Main code
lamp = Lamp
stop = Stop
