"""A local Bot API server and its chat page: Telegram for those without an account, and for the tests."""
