"""For all tests: nobody's own settings, above all no real token and no real key."""

import os

from bot.settings import Settings

for _name in Settings.model_fields:
    os.environ.pop(_name.upper(), None)
