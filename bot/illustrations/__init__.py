"""Pictures of movements: drawn once, kept by what is on them."""
