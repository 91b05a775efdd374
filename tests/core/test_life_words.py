"""What runners write when life gets in the way, read by rules: phrases in both languages, slips included."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.athlete import Language
from core.life_words import Action, SessionWord, Wish, wish_in

TODAY = date(2026, 11, 20)  # a Friday


def d(month: int, day: int) -> date:
    return date(2027 if month < 6 else 2026, month, day)


def span(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + timedelta(n) for n in range((last - first).days + 1))


SAT, SUN, MON, TUE, WED, THU, FRI = (TODAY + timedelta(n) for n in range(1, 8))
NEXT_WEEK = span(MON, d(11, 29))


def away(*days: date, other: tuple[date, ...] = (), length: int | None = None) -> Wish:
    return Wish("away", days, other, length_days=length)


def pause(*days: date, other: tuple[date, ...] = (), length: int | None = None) -> Wish:
    return Wish("pause", days, other, length_days=length)


def move(
    session: SessionWord | None = None,
    to: date | None = None,
    day: date | None = None,
    other: date | None = None,
) -> Wish:
    return Wish("move", (day,) if day else (), (), session, to, other)


def on(action: Action, *days: date, session: SessionWord | None = None, other: tuple[date, ...] = ()) -> Wish:
    return Wish(action, days, other, session)


FRENCH: list[tuple[str, Wish]] = [
    ("mardi impossible", away(TUE)),
    ("Mardi, impossible pour moi", away(TUE)),
    ("mardy impossible", away(TUE)),
    ("mardi imposible", away(TUE)),
    ("mardi prochain impossible", away(TUE)),
    ("impossible de courir mardi", away(TUE)),
    ("pas dispo jeudi et vendredi", away(THU, FRI)),
    ("pas dispo lundi et mardi", away(MON, TUE)),
    ("pas disponible mercredi", away(WED)),
    ("je suis indisponible jeudi", away(THU)),
    ("je serai absente samedi", away(SAT)),
    ("en déplacement jeudi à samedi", away(*span(THU, d(11, 28)))),
    ("en deplacement de jeudi a samedi", away(*span(THU, d(11, 28)))),
    ("En deplacment du jeudi au samedi", away(*span(THU, d(11, 28)))),
    ("en déplacement lundi-mercredi", away(MON, TUE, WED)),
    ("déplacement pro lundi et mardi", away(MON, TUE)),
    ("en déplacement la semaine prochaine", away(*NEXT_WEEK)),
    ("je peux pas courir cette semaine", away(TODAY, SAT, SUN)),
    ("je ne peux pas courir demain", away(SAT)),
    ("je peux pas demain", away(SAT)),
    ("je pourrai pas courir lundi", away(MON)),
    ("je vais pas pouvoir courir lundi", away(MON)),
    ("pas le temps mercredi", away(WED)),
    ("occupé dimanche", away(SUN)),
    ("pas dispo ce week-end", away(SAT, SUN)),
    ("pas libre du 25 au 27 novembre", away(WED, THU, d(11, 27))),
    ("pas là du 25 au 27", away(WED, THU, d(11, 27))),
    ("je suis pas là jusqu’à lundi", away(*span(TODAY, MON))),
    ("pas dispo le 3 décembre", away(d(12, 3))),
    ("pas dispo samedi 28", away(d(11, 28))),
    ("pas dispo mardi 1er décembre", away(d(12, 1))),
    ("décale la sortie longue à samedi 28 novembre", move("long", d(11, 28))),
    ("pas dispo mardi de la semaine prochaine", away(TUE)),
    ("impossible entre mardi et jeudi", away(TUE, WED, THU)),
    ("en déplacement", away()),
    ("vendredi impossible", away(TODAY, other=(FRI,))),
    ("en voyage pendant 3 jours", away(length=3)),
    ("vacances du 12 au 20 décembre", pause(*span(d(12, 12), d(12, 20)))),
    ("vacances du 28 décembre au 3 janvier", pause(*span(d(12, 28), d(1, 3)))),
    ("je pars en vacances du 12/12 au 20/12", pause(*span(d(12, 12), d(12, 20)))),
    ("en vacances 2 semaines", pause(length=14)),
    ("vacances deux semaines", pause(length=14)),
    ("en vacances une semaine à partir de lundi", pause(*NEXT_WEEK)),
    ("en vacanses la semaine prochaine", pause(*NEXT_WEEK)),
    ("en congés jusqu'à dimanche", pause(TODAY, SAT, SUN)),
    ("vacances", pause()),
    ("décale la sortie longue à dimanche", move("long", SUN)),
    ("decale la sortie longue a dimanche", move("long", SUN)),
    ("decalle la sortie longue à dimanche", move("long", SUN)),
    ("tu peux décaler la sortie longue à dimanche ?", move("long", SUN)),
    ("mets la sortie longue dimanche", move("long", SUN)),
    ("déplace le fractionné à lundi", move("interval", MON)),
    ("déplace le fractioné à lundi", move("interval", MON)),
    ("déplace le fractionné de mardi à jeudi", move("interval", THU, TUE)),
    ("décale la séance de mardi à jeudi", move("any", THU, TUE)),
    ("décale à jeudi la séance de mardi", move("any", THU, TUE)),
    ("passe la séance de mardi à mercredi", move("any", WED, TUE)),
    ("inverse mardi et jeudi", move(None, THU, TUE)),
    ("décale la séance de demain", move("any", None, SAT)),
    ("décale ma sortie longue", move("long")),
    ("reporte le seuil à samedi", move("threshold", SAT)),
    ("je voudrais reporter les côtes à mercredi", move("hills", WED)),
    ("déplace le fractionné à vendredi", move("interval", TODAY, None, FRI)),
    ("saute la séance de demain", on("skip", SAT, session="any")),
    ("saute demain", on("skip", SAT)),
    ("zappe la sortie longue", on("skip", session="long")),
    ("annule la séance de mardi", on("skip", TUE, session="any")),
    ("annulle la séance de mardi", on("skip", TUE, session="any")),
    ("supprime le footing de lundi", on("skip", MON, session="easy")),
    ("allège demain", on("ease", SAT)),
    ("allege la seance de mardi", on("ease", TUE, session="any")),
    ("plus léger demain stp", on("ease", SAT)),
    ("la séance de demain est trop dure", on("ease", SAT, session="any")),
    ("raccourcis la sortie longue", on("ease", session="long")),
    ("semaine trop dure", Wish("lighten", (d(11, 16),))),
    ("allège la semaine", Wish("lighten", (d(11, 16),))),
    ("la semaine prochaine est trop chargée, allège la semaine prochaine", Wish("lighten", (MON,))),
    ("tous les mardis impossible", Wish("every-week")),
    ("je peux pas courir les jeudis", Wish("every-week")),
]
ENGLISH: list[tuple[str, Wish]] = [
    ("I'm away Thursday to Saturday", away(*span(THU, d(11, 28)))),
    ("Im away from thursday through saturday", away(*span(THU, d(11, 28)))),
    ("away thu-sat", away(*span(THU, d(11, 28)))),
    ("Tuesday is impossible", away(TUE)),
    ("can't run Tuesday", away(TUE)),
    ("I cant run on tuesday", away(TUE)),
    ("I can't make tomorrow", away(SAT)),
    ("not available wednesday and thursday", away(WED, THU)),
    ("not avalaible wenesday", away(WED)),
    ("busy on Thrusday", away(THU)),
    ("travelling next week", away(*NEXT_WEEK)),
    ("out of town this weekend", away(SAT, SUN)),
    ("I can't run this week", away(TODAY, SAT, SUN)),
    ("no time tomorrow", away(SAT)),
    ("can't run on Tuesday, December 1", away(d(12, 1))),
    ("away until Monday", away(*span(TODAY, MON))),
    ("away for 3 days", away(length=3)),
    ("away the next 3 days", away(TODAY, SAT, SUN)),
    ("on vacation from December 12 to 20", pause(*span(d(12, 12), d(12, 20)))),
    ("holiday 12-20 December", pause(*span(d(12, 12), d(12, 20)))),
    ("on holiday for two weeks", pause(length=14)),
    ("vacation next week", pause(*NEXT_WEEK)),
    ("move my long run to Sunday", move("long", SUN)),
    ("rescheduel my long run", move("long")),
    ("can you move my long run to Sunday?", move("long", SUN)),
    ("move Tuesday's run to Thursday", move("any", THU, TUE)),
    ("move tomorrow's session to Monday", move("any", MON, SAT)),
    ("swap Tuesday and Thursday", move(None, THU, TUE)),
    ("push the intervals to Wednesday", move("interval", WED)),
    ("reschedule my long run", move("long")),
    ("postpone the tempo to Saturday", move("threshold", SAT)),
    ("skip tomorrow", on("skip", SAT)),
    ("skip tomorow", on("skip", SAT)),
    ("cancel Tuesday's session", on("skip", TUE, session="any")),
    ("drop the hill session", on("skip", session="hills")),
    ("go easy tomorrow", on("ease", SAT)),
    ("make tomorrow's run easier", on("ease", SAT, session="any")),
    ("shorten my long run", on("ease", session="long")),
    ("this week is too hard", Wish("lighten", (d(11, 16),))),
    ("lighten next week", Wish("lighten", (MON,))),
    ("I can't run every Tuesday", Wish("every-week")),
]
NOTHING = [
    "bonjour", "merci", "", "12 km 1h05 RPE 6", "j'ai sauté la séance", "séance sautée", "sauté", "fait",
    "j'ai décalé ma séance à jeudi", "j'ai couru mardi", "pourquoi la sortie longue est dimanche ?",
    "je cours mardi", "mardi", "dimanche c'est ma sortie longue", "ne saute pas la séance de demain",
    "fatigué", "j'ai mal au genou, je peux pas courir demain", "malade, impossible de courir", "impossible",
    "comment alléger ma semaine ?", "quelle allure pour mon fractionné de mardi ?", "c'était trop dur",
    "annule", "stop", "la semaine n'était pas trop dure", "I skipped yesterday", "don't skip tomorrow",
    "why is my long run on Sunday?", "what do I run tomorrow?", "how hard is Tuesday", "thanks!", "cancel",
    "I ran on Tuesday", "I've moved my run", "busy", "what a week", "ma semaine", "cette semaine", "plan",
    "je suis content de ma séance de mardi", "tomorrow", "10 km facile", "my race is on April 12",
    "could you explain tempo runs", "je mange quoi avant la sortie longue", "mardi " * 40,
]  # fmt: skip


@pytest.mark.parametrize(("text", "wish"), FRENCH, ids=lambda value: value if isinstance(value, str) else "")
def test_french(text: str, wish: Wish) -> None:
    assert wish_in(text, TODAY, "fr") == wish


@pytest.mark.parametrize(("text", "wish"), ENGLISH, ids=lambda value: value if isinstance(value, str) else "")
def test_english(text: str, wish: Wish) -> None:
    assert wish_in(text, TODAY, "en") == wish


@pytest.mark.parametrize("text", NOTHING)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_no_wish(text: str, language: Language) -> None:
    assert wish_in(text, TODAY, language) is None


def test_there_are_enough_phrases_in_each_language() -> None:
    assert len(FRENCH) + len(ENGLISH) >= 80
    assert min(len(FRENCH), len(ENGLISH)) >= 35


@given(st.text(max_size=120), st.dates(date(2024, 1, 1), date(2035, 12, 31)), st.sampled_from(["fr", "en"]))
def test_any_text_is_read_or_left(text: str, today: date, language: Language) -> None:
    wish_in(text, today, language)


@given(
    st.sampled_from([text for text, _ in (*FRENCH, *ENGLISH)]),
    st.dates(date(2024, 1, 1), date(2035, 12, 31)),
    st.sampled_from(["fr", "en"]),
)
def test_days_are_in_order_once_and_near(text: str, today: date, language: Language) -> None:
    wish = wish_in(text, today, language)
    if wish is None:
        return
    for days in (wish.days, wish.other_days):
        assert list(days) == sorted(set(days))
        assert len(days) <= 120
    assert wish.action in ("lighten", "every-week") or all(
        day >= today for day in (*wish.days, *wish.other_days)
    )
