"""A plan on paper. Importing its modules loads fpdf2 and Matplotlib: import them late."""
