"""A stand-in for the model: writes the draft that a prompt's data asks for, from a phrasebook.

The texts vary with a seed and are those a coach would write; the choices go through the offered codes.
"""

import json
import random
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

Json = dict[str, Any]
DATA = re.compile(r"<data>(.*)</data>", re.DOTALL)


def data_in(user: str) -> Json:
    """The data of a request's user part."""
    found = DATA.search(user)
    assert found is not None
    data: Json = json.loads(found.group(1))
    return data


def reply_to(user: str, seed: int = 0) -> str:
    """The compact draft as JSON text."""
    return json.dumps(draft_for(data_in(user), seed), ensure_ascii=False, separators=(",", ":"))


def draft_for(data: Json, seed: int = 0) -> Json:
    dice = random.Random(seed)
    book = _book()[data["lang"]]
    now = book["now_known"].format(**data) if "km_week_now" in data else book["now_unknown"]
    hello = dice.choice(book["hello"]).format(now=now, goal=book["goal"][data["goal"]])
    return {
        "s": hello,
        "p": [dice.choice(book["purpose"][phase]) for phase in data["phases"]],
        "w": [_week(row, data, number, dice) for number, row in enumerate(data["weeks"])],
        "n": dice.sample(book["nutrition"], 2),
        "r": dice.sample(book["recovery"], 2),
        "m": dice.sample(book["mind"], 2),
    }


def _week(row: str, data: Json, number: int, dice: random.Random) -> Json:
    language = data["lang"]
    book = _book()[language]
    _, phase, km, longest, *days = row.split("|")
    moment = "recovery" if phase.endswith("*") else phase
    if language == "fr":
        km, longest = km.replace(".", ","), longest.replace(".", ",")
    notes = book["note"][moment]
    note = notes[(number + dice.randrange(2)) % len(notes)]
    special = _special(data, moment, number)
    if special:
        note = book["special"][special]
    return {
        "k": "".join(dice.choice(codes) for codes in days if codes),
        "f": dice.choice(book["focus"][moment]),
        "n": note.format(km=km, long=longest),
    }


def _special(data: Json, moment: str, number: int) -> str | None:
    """What this runner needs to hear in this week, if anything."""
    race = data.get("race", {})
    if number < 2 and data.get("injuries"):
        return str(data["injuries"][0])
    if moment in ("build", "specific") and number % 2 == 0:
        if race.get("km", 0) > 43:
            return "ultra"
        if race.get("terrain") in ("trail", "mixte"):
            return "trail"
    if moment == "specific" and race.get("temp_c", 0) >= 22:
        return "heat"
    return None


@cache
def _book() -> Json:
    path = Path(__file__).with_name("phrasebook.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
