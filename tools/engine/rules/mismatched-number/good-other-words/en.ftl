choose = Take the 32-bit or 64-bit version
lost = No more 404 pages
wiki = See https://en.wikipedia.org/wiki/Room
esr = Version 115
