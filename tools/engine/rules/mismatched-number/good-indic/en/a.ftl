crowd = At most 100 million people and 500,000 rooms
turn = Turn the picture by 270°
