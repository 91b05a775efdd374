"""Tests that look at the chat page in Chromium, as a runner does."""

import pytest

# One event loop for all of them, so that they share one Chromium.
IN_CHROMIUM = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
