"""The whole way once: an empty machine, one command, and a plan in the chat."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from core.athlete import Language
from tests.browser import IN_CHROMIUM
from tests.browser.onboarding_walk import Walk, running_playground
from tests.browser.phone import PHONE_SIZE

pytestmark = IN_CHROMIUM

GREETING: dict[Language, str] = {"fr": "Je suis RunCoach", "en": "I’m RunCoach"}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_runner_chats_and_has_a_plan(chromium: Browser, tmp_path: Path, language: Language) -> None:
    async with running_playground(tmp_path / "data", tmp_path) as address:
        width, height = PHONE_SIZE
        context = await chromium.new_context(
            viewport={"width": width, "height": height}, locale={"fr": "fr-FR", "en": "en-GB"}[language]
        )
        page = await context.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        await page.goto(address)
        walk = Walk(page, language)
        await walk.begins("Alex")
        await expect(page.get_by_role("log")).to_contain_text(GREETING[language])
        await walk.answers_everything()
        picture = await walk.plan_picture()
        assert await picture.evaluate("(image) => image.naturalWidth") > 400
        await expect(walk.key("plan-button-first-week").or_(walk.key("plan-button-week"))).to_be_visible()
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert problems == []
        await context.close()
    assert (tmp_path / "data").is_dir()
