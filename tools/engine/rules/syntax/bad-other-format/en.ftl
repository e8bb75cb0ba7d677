ok = Fine
