seven = 七
