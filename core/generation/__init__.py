"""What is asked of the model for a plan, and what becomes of its answer; nothing here talks to a network."""
