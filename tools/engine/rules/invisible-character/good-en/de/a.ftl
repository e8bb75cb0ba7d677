history = Wiederholungs­ver­lauf
