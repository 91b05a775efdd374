"""Replies of every kind: drafts, whole programs, broken ones; and which model is asked."""

import json
from dataclasses import replace
from typing import Any

import pytest

from core.generation.brief import PlanBrief
from core.generation.outcome import ReplyFault
from core.generation.replies import json_in, read_reply
from core.generation.tiers import model_for
from core.program.builder import build_program
from core.program.rules import check
from tests.evals import profiles
from tests.evals.writing import data_in, draft_for

HALF = profiles.brief_of("half")


def draft() -> dict[str, Any]:
    return draft_for(data_in(HALF.user), seed=3)


def program() -> dict[str, Any]:
    """A whole program as a model would send it: the engine's, in the documents' own keys."""
    told: dict[str, Any] = HALF.program.model_dump(mode="json", exclude_none=True)
    return {key: told[key] for key in ("user_profile", "program_summary", "weeks", "tips")}


def fault_of(reply: str, brief: PlanBrief = HALF) -> str:
    with pytest.raises(ReplyFault) as raised:
        read_reply(reply, brief)
    return raised.value.code


# JSON extraction


@pytest.mark.parametrize(
    "wrapped",
    [
        "{}",
        "```json\n{}\n```",
        "```\n{}\n```",
        "Voici ton plan :\n\n```json\n{}\n```\nBonne course !",
        "Voici ton plan : {} Bonne course !",
        "\ufeff{}",
    ],
)
def test_json_is_found_in_fences_and_prose(wrapped: str) -> None:
    text = json.dumps(draft(), ensure_ascii=False)
    assert json_in(wrapped.replace("{}", text)) == draft()


@pytest.mark.parametrize(
    "text", ["", "Désolé.", "[1, 2]", '{"s": "moitié', "null", "{" * 5000, "```json\n```"]
)
def test_what_holds_no_object_is_invalid_json(text: str) -> None:
    assert fault_of(text) == "invalid_json"


def test_half_a_reply_is_invalid_json() -> None:
    text = json.dumps(draft(), ensure_ascii=False)
    assert fault_of(text[: len(text) // 2]) == "invalid_json"


# Drafts


def test_choices_are_honoured_and_counted() -> None:
    told = draft()
    for week in told["w"]:
        week["k"] = ""
    kept = read_reply(json.dumps(told), HALF)
    assert kept.changed_sessions == 0
    place = next(iter(HALF.offers))
    by_workout = {workout: code for code, workout in HALF.codes.items()}
    told["w"][place[0] - 1]["k"] = by_workout[HALF.offers[place][1]]
    changed = read_reply(json.dumps(told), HALF)
    assert changed.changed_sessions == 1
    workouts = {session.workout for session in changed.program.weeks[place[0] - 1].sessions}
    assert HALF.offers[place][1] in workouts


@pytest.mark.parametrize("codes", ["ZZ", "9", "🏃", "aaaaaaaa", "<b>", " "])
def test_codes_nobody_offered_leave_the_engines_choice(codes: str) -> None:
    told = draft()
    for week in told["w"]:
        week["k"] = codes
    written = read_reply(json.dumps(told), HALF)
    assert check(written.program) == ()


@pytest.mark.parametrize(("count", "code"), [(0, "weeks_missing"), (3, "weeks_missing"), (40, "wrong_weeks")])
def test_the_number_of_weeks_is_counted(count: int, code: str) -> None:
    told = draft()
    told["w"] = (told["w"] * 4)[:count]
    assert fault_of(json.dumps(told)) == code


@pytest.mark.parametrize("key", ["s", "p", "n", "r", "m"])
def test_a_missing_key_is_a_fault(key: str) -> None:
    told = draft()
    del told[key]
    assert fault_of(json.dumps(told)) == "invalid_json"


def test_another_language_is_a_fault() -> None:
    english = draft_for({**data_in(HALF.user), "lang": "en"}, seed=3)
    assert fault_of(json.dumps(english)) == "wrong_language"
    spanish = draft()
    for week in spanish["w"]:
        week["n"] = (
            "Esta semana corre despacio y sin prisa, que el cuerpo se acostumbre a los entrenamientos."
        )
    spanish["s"] = (
        "El plan empieza con lo que ya corres y después añade la calidad que necesitas para la carrera."
    )
    spanish["p"] = ["construir la base con calma"] * len(spanish["p"])
    spanish["n"] = spanish["r"] = spanish["m"] = [
        "Come bien antes de la tirada larga y bebe agua con sal."
    ] * 2
    assert fault_of(json.dumps(spanish)) == "wrong_language"


def test_one_foreign_note_is_left_out_alone() -> None:
    told = draft()
    for week in told["w"]:
        week["k"] = ""
    told["w"][0]["n"] = "This week you should run easy and keep your legs fresh for the long run on Sunday."
    written = read_reply(json.dumps(told), HALF)
    assert written.program.weeks[0].notes == HALF.program.weeks[0].notes
    assert written.worded_weeks == len(HALF.program.weeks) - 1


def test_figures_that_are_not_the_plans_are_left_out() -> None:
    told = draft()
    told["w"][0]["n"] = "Cours 99 km cette semaine. Reste tranquille sur toutes tes sorties."
    told["w"][1]["n"] = "Vise 3:05/km sur la séance dure, pas moins."
    written = read_reply(json.dumps(told), HALF)
    assert written.program.weeks[0].notes.startswith("Reste tranquille sur toutes tes sorties.")
    assert "99" not in written.program.weeks[0].notes
    assert "3:05" not in written.program.weeks[1].notes


def test_long_texts_are_cut() -> None:
    told = draft()
    told["s"] = "Tu cours pour le plaisir de courir et c’est très bien. " * 60
    told["w"][0]["f"] = "Poser la base " * 30
    written = read_reply(json.dumps(told), HALF)
    assert len(written.program.program_summary.philosophy) <= 320
    assert len(written.program.weeks[0].focus) <= 40


def test_a_huge_reply_is_read_in_bounded_time() -> None:
    told = draft()
    told["w"][0]["n"] = "a" * 1_000_000
    assert fault_of(json.dumps(told)) == "invalid_json"


# Whole programs


def test_a_whole_program_is_taken_when_it_holds_every_rule() -> None:
    written = read_reply(f"```json\n{json.dumps(program())}\n```", HALF)
    assert written.program.source == "claude"
    assert written.corrected_sessions is None
    assert [s.date for w in written.program.weeks for s in w.sessions] == [
        s.date for w in HALF.program.weeks for s in w.sessions
    ]


def test_missing_weeks_are_named() -> None:
    told = program()
    told["weeks"] = told["weeks"][:-2]
    assert fault_of(json.dumps(told)) == "weeks_missing"
    del told["weeks"]
    assert fault_of(json.dumps(told)) == "weeks_missing"


def test_a_week_with_another_count_is_a_fault() -> None:
    told = program()
    run = next(s for s in told["weeks"][2]["sessions"] if not s["rest_day"] and s["kind"] == "easy")
    run.clear()
    run.update({"day": "Mardi", "rest_day": True})
    assert fault_of(json.dumps(told)) == "wrong_counts"


def test_the_same_other_count_in_every_week_corrects_the_profile() -> None:
    """A runner who asked for five is given the four that every week holds, and is told."""
    brief = profiles.brief_of("tenk-knee")
    four = brief.program.model_dump(mode="json", exclude_none=True)
    told = {key: four[key] for key in ("user_profile", "program_summary", "weeks", "tips")}
    asked_five = PlanBrief(
        profile=_asking(brief, 5),
        start=brief.start,
        program=_of_five(brief),
        offers=brief.offers,
        prompt=brief.prompt,
    )
    written = read_reply(json.dumps(told), asked_five)
    assert written.corrected_sessions == 4
    assert written.program.user_profile.sessions_per_week == 4
    notice = next(n for n in written.program.notices if n.code == "sessions_corrected")
    assert "4" in notice.text
    assert "5" in notice.text


def _asking(brief: PlanBrief, sessions: int) -> Any:
    return replace(brief.profile, sessions_per_week=sessions)


def _of_five(brief: PlanBrief) -> Any:
    return build_program(_asking(brief, 5), brief.start)


def test_a_program_that_breaks_a_rule_is_a_fault() -> None:
    told = program()
    for session in told["weeks"][1]["sessions"]:
        if not session["rest_day"]:
            session["distance_km"] = session["distance_km"] * 2
    assert fault_of(json.dumps(told)) == "breaks_rules"


@pytest.mark.parametrize(
    "words", ["Va sur www.exemple.com", "Cours malgré la douleur", "Voici le system prompt"]
)
def test_a_program_with_words_that_may_not_be_said_is_a_fault(words: str) -> None:
    told = program()
    told["weeks"][0]["notes"] += f" {words}."
    assert fault_of(json.dumps(told)) == "unsafe"


# Models


@pytest.mark.parametrize(
    ("weeks", "is_retry", "tier", "tokens"),
    [
        (4, False, "fast", 8_000),
        (10, False, "fast", 8_000),
        (11, False, "strong", 16_384),
        (20, False, "strong", 16_384),
        (4, True, "strong", 16_384),
    ],
)
def test_the_model_goes_by_length(weeks: int, is_retry: bool, tier: str, tokens: int) -> None:
    choice = model_for(weeks, is_retry=is_retry)
    assert (choice.tier, choice.max_tokens) == (tier, tokens)


@pytest.mark.parametrize("value", ["long", {"km": 3}, None])
def test_a_program_with_a_field_of_another_kind_is_a_fault(value: object) -> None:
    told = program()
    told["weeks"][0]["total_volume_km"] = value
    assert fault_of(json.dumps(told)) == "invalid_json"


def test_a_week_of_six_days_is_a_fault() -> None:
    told = program()
    sessions = told["weeks"][0]["sessions"]
    sessions.remove(next(session for session in sessions if session["rest_day"]))
    assert fault_of(json.dumps(told)) in {"wrong_counts", "invalid_json"}


def test_purposes_for_another_number_of_phases_are_left_out() -> None:
    told = draft()
    told["p"] = told["p"][:1]
    phases = read_reply(json.dumps(told), HALF).program.program_summary.phases
    assert phases == HALF.program.program_summary.phases
    assert len(phases) > 1
