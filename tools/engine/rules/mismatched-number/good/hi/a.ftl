room-full = कमरे में 1,000 लोग आ सकते हैं
seat-limit = अधिकतम तीन सीटें हैं
see-help = https://example.com/hi/help देखें
room-opens = कमरा अक्टूबर में खुलेगा
-room-size = 500
most = कमरे में { -room-size } लोग आ सकते हैं
unknown-code = अज्ञात त्रुटि
class-times = कक्षा 23.11.2026 को है
repeated = 30 लोग होने पर कक्षा होगी
checksum = जाँच योग और <a data-name="page-10">कड़ी</a>
factor = सीमा दस गुनी है
hour = { $hour } बजे कक्षा
version = संस्करण 2 चाहिए
millions = अधिकतम 1,00,00,000 लोग
