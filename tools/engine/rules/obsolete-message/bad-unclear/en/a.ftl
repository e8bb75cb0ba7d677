seat-free = Free
