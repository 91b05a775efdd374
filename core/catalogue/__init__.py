"""What the coaches know of movements: facts in tables, words in two languages."""
