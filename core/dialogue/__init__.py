"""Conversations as pure state machines: what was said and what is asked next, without Telegram or a clock."""
