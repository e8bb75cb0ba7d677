choose = 32 ബിറ്റ് അല്ലെങ്കിൽ 64 ബിറ്റ്
lost = 404 താളുകൾ ഇല്ല
wiki = https://ml.wikipedia.org/wiki/മുറി കാണുക
esr = പതിപ്പ് ൧൧൫
