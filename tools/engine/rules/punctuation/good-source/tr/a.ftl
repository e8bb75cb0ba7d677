list = Sütunlar: ad,boyut,tarih
lines =
    Bir oda seçin.
    Sonra çıkabilirsiniz.
features = Temel özellk.
search = Ara…
