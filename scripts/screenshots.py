"""Make the README's pictures: onboard a runner per language in the real playground and photograph the page.

`make demo` runs it; needs Chromium. Writes phone-, phone-week-, phone-check-in-, phone-card-, phone-change-,
phone-sunday-, desktop-{fr,en}.png and onboarding-{fr,en}.gif into docs/images.
"""

import asyncio
import io
import tempfile
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
from PIL import Image
from playwright.async_api import Browser, Page, expect

from core.athlete import Language
from scripts.month_phone import Phone
from tests.browser.onboarding_walk import Walk, running_playground
from tests.browser.phone import DESKTOP_SIZE, PHONE_SIZE, running_chromium

IMAGES = Path(__file__).parents[1] / "docs" / "images"
LOCALES: dict[Language, str] = {"fr": "fr-FR", "en": "en-GB"}
SECOND_RUNNER = {"fr": "Coureur 2", "en": "Runner 2"}
BESIDE = {"fr": "à côté", "en": "alongside"}
ZONES: dict[Language, str] = {"fr": "Europe/Paris", "en": "Europe/London"}
SHORT_RUN: dict[Language, str] = {"fr": "6 km 36 min effort 3", "en": "6 km in 36 min effort 3"}
IMPOSSIBLE: dict[Language, str] = {
    "fr": "samedi impossible",
    "en": "I can’t run on Saturday",
}
SETTLE_MS = 600
FILM_WIDTH_PIXELS = 320
FRAME_MS = 1300
LAST_FRAME_MS = 4000
FILM_COLOURS = 192


async def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    async with running_chromium() as browser:
        for language in LOCALES:
            with tempfile.TemporaryDirectory() as folder:
                async with running_playground(Path(folder) / "data", Path(folder)) as address:
                    await _photograph(browser, address, language)


async def _photograph(browser: Browser, address: str, language: Language) -> None:
    page = await _page(browser, address, language, PHONE_SIZE, scale=2)
    walk = FilmedWalk(page, language)
    await walk.begins("Alex")
    await walk.answers_everything()
    await walk.plan_picture()
    await _save(page, f"phone-{language}.png")
    await walk.films()
    walk.save(IMAGES / f"onboarding-{language}.gif")
    await _open_week(walk)
    await _save(page, f"phone-week-{language}.png")
    await _photograph_days(page, address, language)
    await page.context.close()
    await _photograph_desktop(browser, address, language)


async def _open_week(walk: Walk) -> None:
    first = walk.key("plan-button-first-week").or_(walk.key("plan-button-week")).last
    await first.click()


async def _photograph_days(page: Page, address: str, language: Language) -> None:
    """A tired morning, the card of a session, a plan that bends, a Sunday evening."""
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:
        user_id = (await client.get("/play/state")).json()["users"][0]["id"]
        zone, folder = ZoneInfo(ZONES[language]), IMAGES
        phone = Phone(client, page, language, zone, user_id, folder)
        tired = phone.label("checkin-button-tired")
        while tired not in await phone.newest_buttons():
            (await client.post("/play/clock", json={"goal": "morning"})).raise_for_status()
        await phone.taps(tired)
        await _save(page, f"phone-check-in-{language}.png")
        await phone.taps(phone.label("checkin-button-ok"))
        await phone.says(SHORT_RUN[language])
        while tired not in await phone.newest_buttons():
            (await client.post("/play/clock", json={"goal": "morning"})).raise_for_status()
        await phone.says("/today")
        await phone.wants("card-button-profile")
        await _save(page, f"phone-card-{language}.png")
        await phone.says(IMPOSSIBLE[language])
        await _save(page, f"phone-change-{language}.png")
        await phone.wants("life-button-apply")
        (await client.post("/play/clock", json={"goal": "sunday"})).raise_for_status()
        await _save(page, f"phone-sunday-{language}.png")


async def _photograph_desktop(browser: Browser, address: str, language: Language) -> None:
    """Two runners side by side in the dark, one of them on the first screen in the other language."""
    page = await _page(browser, address, language, DESKTOP_SIZE, scheme="dark")
    other: Language = "en" if language == "fr" else "fr"
    names = page.get_by_role("button", name=BESIDE[language])
    await page.get_by_role("button", name={"fr": "Nouveau coureur", "en": "New runner"}[language]).click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("textbox").fill(SECOND_RUNNER[other])
    await dialog.get_by_role("radio").nth(0 if other == "fr" else 1).check()
    await dialog.locator("button").last.click()
    await page.get_by_role("button", name={"fr": "Démarrer", "en": "Start"}[other], exact=True).click()
    await names.first.click()
    await _save(page, f"desktop-{language}.png")
    await page.context.close()


async def _page(
    browser: Browser,
    address: str,
    language: Language,
    size: tuple[int, int],
    scale: int = 1,
    scheme: str = "light",
) -> Page:
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        locale=LOCALES[language],
        timezone_id=ZONES[language],
        color_scheme="dark" if scheme == "dark" else "light",
        device_scale_factor=scale,
        reduced_motion="reduce",
    )
    page = await context.new_page()
    await page.goto(address)
    return page


async def _save(page: Page, name: str) -> None:
    """A screenshot in 256 colours: the page has few, and the file a quarter of the size."""
    await _settle(page)
    picture = Image.open(io.BytesIO(await page.screenshot())).convert("RGB")
    picture.quantize(256, dither=Image.Dither.NONE).save(IMAGES / name, optimize=True)


async def _settle(page: Page) -> None:
    """Nothing moving, no passing note, no pointer over a button."""
    await page.mouse.move(0, 0)
    await expect(page.locator(".toast, .typing, .key.waiting")).to_have_count(0)
    await page.wait_for_timeout(SETTLE_MS)


class FilmedWalk(Walk):
    """A walk that keeps a frame of the page before each tap."""

    def __init__(self, page: Page, language: Language) -> None:
        super().__init__(page, language)
        self.frames: list[Image.Image] = []

    async def taps(self, message_id: str, **variables: object) -> None:
        await self.key(message_id, **variables).wait_for()
        await self.films()
        await super().taps(message_id, **variables)

    async def answers(self, text: str, *, when_asked: str) -> None:
        await self.key(when_asked).wait_for()
        await self.films()
        await super().answers(text, when_asked=when_asked)

    async def films(self) -> None:
        await _settle(self.page)
        picture = Image.open(io.BytesIO(await self.page.screenshot())).convert("RGB")
        height = round(FILM_WIDTH_PIXELS * picture.height / picture.width)
        self.frames.append(picture.resize((FILM_WIDTH_PIXELS, height), Image.Resampling.LANCZOS))

    def save(self, path: Path) -> None:
        durations = [FRAME_MS] * (len(self.frames) - 1) + [LAST_FRAME_MS]
        first, *others = _in_one_palette(self.frames)
        first.save(path, save_all=True, append_images=others, duration=durations, loop=0, optimize=True)


def _in_one_palette(frames: list[Image.Image]) -> list[Image.Image]:
    """The frames in the same few colours, so that nothing flickers from one to the next."""
    width, height = frames[0].size
    all_frames = Image.new("RGB", (width * len(frames), height))
    for index, frame in enumerate(frames):
        all_frames.paste(frame, (width * index, 0))
    palette = all_frames.quantize(FILM_COLOURS, method=Image.Quantize.FASTOCTREE)
    return [frame.quantize(palette=palette, dither=Image.Dither.NONE) for frame in frames]


if __name__ == "__main__":
    asyncio.run(main())
