"""Prompts: their size, their variants, and what may stand in them."""

import re

import pytest

from core.generation.brief import brief_for
from core.prompts import Prompt, estimated_tokens, every_prompt, prompt
from tests.evals import profiles

# Estimated tokens (UTF-8 bytes by three, rounded up) that a prompt may have.
SYSTEM_AT_MOST = {"plan": 700}
USER_AT_MOST = 700
CACHED_FROM = 512  # the shortest prefix the fast model caches


@pytest.mark.parametrize("each", every_prompt(), ids=lambda each: f"{each.name}.{each.variant}")
def test_every_prompt_has_a_size(each: Prompt) -> None:
    assert CACHED_FROM <= estimated_tokens(each.text) <= SYSTEM_AT_MOST.get(each.name, 2000)


def test_the_estimate_counts_bytes_not_letters() -> None:
    assert estimated_tokens("abc") == 1
    assert estimated_tokens("abcd") == 2
    assert estimated_tokens("éé") == 2


@pytest.mark.parametrize("name", profiles.names())
def test_the_runners_part_is_small(name: str) -> None:
    assert estimated_tokens(profiles.brief_of(name).user) <= USER_AT_MOST


def test_variants_differ_and_have_their_own_digest() -> None:
    a, b = prompt("plan", "a"), prompt("plan", "b")
    assert a.text != b.text
    assert a.digest != b.digest
    profile, start = profiles.profile_of("half")
    assert brief_for(profile, start, variant="b").prompt == b


def test_an_unknown_variant_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        prompt("plan", "z")


def test_the_system_prompt_is_the_same_for_everyone() -> None:
    assert len({profiles.brief_of(name).prompt.text for name in profiles.names()}) == 1


@pytest.mark.parametrize(
    "word", ["Daniels", "N sessions + 7-N rest days", "INJURY", "trail", "heat", "ultra"]
)
def test_the_plan_prompt_says_what_it_must(word: str) -> None:
    assert all(word in prompt("plan", variant).text for variant in "ab")


def test_a_chosen_race_is_in_the_data_and_no_race_is_not() -> None:
    assert "Grand Tour des Crêtes" in profiles.brief_of("ultra").user
    assert not re.search(r'"race":', profiles.brief_of("half").user)
