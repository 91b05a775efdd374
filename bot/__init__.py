"""The running program: Telegram, the command line, the playground."""
