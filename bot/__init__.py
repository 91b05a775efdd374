"""The running program: Telegram, the command line, the playground."""

import os

# python-telegram-bot's switch to the type of waiting times that will stay; with the other one it warns.
os.environ.setdefault("PTB_TIMEDELTA", "true")
