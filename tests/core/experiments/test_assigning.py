"""Dealing runners to variants: for ever the same, fair to the weights, and off at one switch."""

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.experiments.assigning import USUAL, Experiment, every_experiment, variant_for
from core.prompts import every_prompt

RUNNERS = range(7_000_000_001, 7_000_020_001)
TRIED = Experiment("words-1", "plan", date(2026, 11, 20), True, {"a": 1, "b": 1})


def test_every_prompt_that_is_dealt_exists() -> None:
    there = {(prompt.name, prompt.variant) for prompt in every_prompt()}
    for experiment in every_experiment():
        assert {(experiment.prompt, variant) for variant in experiment.weights} <= there
        assert experiment.usual == USUAL


def test_the_table_names_each_prompt_and_experiment_once() -> None:
    prompts = [experiment.prompt for experiment in every_experiment()]
    assert len(prompts) == len(set(prompts)) == len({one.name for one in every_experiment()})
    coaches = {
        f"coach-{name}" for name in ("force", "endurance", "functional", "calisthenics", "competitions")
    }
    assert set(prompts) == {"plan", "enrichment", *coaches}


def test_the_same_variant_in_every_process() -> None:
    here = "".join(TRIED.variant_of(runner) for runner in range(200))
    code = (
        "from datetime import date; from core.experiments.assigning import Experiment;"
        "tried = Experiment('words-1', 'plan', date(2026, 11, 20), True, {'a': 1, 'b': 1});"
        "print(''.join(tried.variant_of(n) for n in range(200)))"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        there = subprocess.run(
            [sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True
        )
        assert there.stdout.strip() == here
    assert here.startswith("aabbaabbbabbbabb"), "dealing anew mixes what is being compared"


@pytest.mark.parametrize("weights", [{"a": 1, "b": 1}, {"a": 9, "b": 1}, {"a": 2, "b": 1, "c": 1}])
def test_runners_are_dealt_by_weight(weights: dict[str, int]) -> None:
    tried = replace(TRIED, weights=weights)
    counts = Counter(tried.variant_of(runner) for runner in RUNNERS)
    for variant, weight in weights.items():
        share = weight / sum(weights.values())
        # Four standard deviations of a fair deal.
        allowed = 4 * (share * (1 - share) / len(RUNNERS)) ** 0.5
        assert counts[variant] / len(RUNNERS) == pytest.approx(share, abs=allowed)


def test_two_experiments_deal_apart() -> None:
    other = replace(TRIED, name="words-2")
    both = Counter((TRIED.variant_of(runner), other.variant_of(runner)) for runner in RUNNERS)
    assert all(count / len(RUNNERS) == pytest.approx(0.25, abs=0.02) for count in both.values())


@given(st.integers(), st.dictionaries(st.sampled_from("abcd"), st.integers(1, 100), min_size=1))
def test_everybody_gets_a_variant_there_is(runner: int, weights: dict[str, int]) -> None:
    assert replace(TRIED, weights=weights).variant_of(runner) in weights


def test_nobody_gets_a_variant_of_weight_zero() -> None:
    tried = replace(TRIED, weights={"a": 0, "b": 1})
    assert {tried.variant_of(runner) for runner in range(500)} == {"b"}


@pytest.mark.parametrize("weights", [{}, {"a": 0}, {"a": 2, "b": -1}])
def test_weights_that_deal_to_nobody_are_refused(weights: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="words-1"):
        replace(TRIED, weights=weights)


def test_one_switch_gives_everybody_the_usual_prompt() -> None:
    dealt = {variant_for("plan", runner) for runner in range(100)}
    assert dealt == {"a", "b"}
    assert {variant_for("plan", runner, switched_on=False) for runner in range(100)} == {"a"}


def test_prompts_without_an_experiment_and_calls_for_nobody_are_the_usual_ones() -> None:
    assert {variant_for("talk", runner) for runner in range(50)} == {"a"}
    assert variant_for("plan", None) == "a"


def test_a_stopped_experiment_deals_to_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    stopped = replace(TRIED, running=False)
    monkeypatch.setattr("core.experiments.assigning.every_experiment", lambda: (stopped,))
    assert {variant_for("plan", runner) for runner in range(50)} == {"a"}
