"""Sessions become richer beside the chat: the queue's worker, and what it asks of each coach."""
