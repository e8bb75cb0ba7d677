member = Aelod { $name }
member-left = { $name } wedi gadael
member-back = Yn ôl: { member }
seats-some = Seddi: rhai
seats-all =
    { $seats ->
        [zero] Dim sedd
        [one] Un sedd
        [two] Dwy sedd
        [few] Tair sedd
        [many] Chwe sedd
       *[other] { $seats } sedd
    }
room-full = { $name } a { $seats }
member-kind = Aelod { $name }
files = { $files } ffeil
files-left = { $files } ffeil ar ôl
files-some =
    { $files ->
        [0] Dim
       *[other] Ffeiliau
    }
