"""The coach of calisthenics: skills in steps, a gate before the next one, strength around them."""
