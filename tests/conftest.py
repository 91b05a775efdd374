"""For all tests: nobody's own settings, above all no real token and no real key; the same examples in CI."""

import os

from hypothesis import settings

from bot.settings import Settings

for _name in Settings.model_fields:
    os.environ.pop(_name.upper(), None)

# In CI a red test must be red again tomorrow; elsewhere each run tries new examples.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")
