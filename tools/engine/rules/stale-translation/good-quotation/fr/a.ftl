# en: "Primary code"
passcode = Code principal
# en:the bulb
lamp = Lampe
stop = Arrêter
