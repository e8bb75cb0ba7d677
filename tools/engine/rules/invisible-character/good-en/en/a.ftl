history = Review history
