"""What the project does for its own pages: screenshots."""
