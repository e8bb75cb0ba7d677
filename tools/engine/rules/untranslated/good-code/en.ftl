usage = yes [STRING]...
place = spell(word: { $word }) [{ $from }]
# If your language has no such word, please keep the English version.
masks = Aliases are now masks
