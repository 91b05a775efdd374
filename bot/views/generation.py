"""What the chat says about who wrote a plan: the badge of the overview, and what became of Claude's part."""

from collections.abc import Sequence

from bot.messages import EditText, Outgoing, SendText
from bot.views import overview
from bot.words import words_in
from core.athlete import Language
from core.generation.outcome import WrittenPlan
from core.localisation import Localizer
from core.program.exchange import ProgramData


def overview_anchor(program_id: int) -> str:
    """The name of the message that holds a plan's overview."""
    return f"plan:{program_id}"


def overview_text(program: ProgramData, program_id: int, words: Localizer, *, waiting: bool) -> SendText:
    """The overview with its badge: `waiting` while Claude reads it over."""
    return SendText(
        html=_with_badge(program, words, "generation-badge-fast" if waiting else _badge(program)),
        anchor=overview_anchor(program_id),
    )


def written_messages(written: WrittenPlan, program_id: int, language: Language) -> Sequence[Outgoing]:
    """The overview becomes Claude's plan; one line says what changed."""
    words = words_in(language)
    overview_now = _edited(written.program, program_id, words, _badge(written.program))
    lines = [_changed(written, words)]
    if written.corrected_sessions is not None:
        lines += [n.text for n in written.program.notices if n.code == "sessions_corrected"]
    return overview_now, SendText(html="\n".join(lines))


def failed_messages(
    program: ProgramData, program_id: int, language: Language, reason_key: str
) -> Sequence[Outgoing]:
    """The overview is labelled as the engine's; a sentence says why, and that the plan stands."""
    words = words_in(language)
    html = words("generation-kept", reason=words(reason_key))
    return _edited(program, program_id, words, "generation-badge-engine"), SendText(html=html)


def later_message(language: Language, reason_key: str, minutes: int) -> SendText:
    """Claude is asked again in so many minutes."""
    words = words_in(language)
    return SendText(html=words("generation-later", reason=words(reason_key), minutes=minutes))


def changed_meanwhile_messages(
    program: ProgramData, program_id: int, language: Language
) -> Sequence[Outgoing]:
    """The runner changed the plan while Claude wrote: theirs stands."""
    words = words_in(language)
    edited = _edited(program, program_id, words, "generation-badge-engine")
    return edited, SendText(html=words("generation-changed-meanwhile"))


def draft_text(philosophy: str, week: int, weeks: int, language: Language) -> str:
    """What shows while Claude writes: its words, then how far it is."""
    if not week:
        return philosophy
    progress = words_in(language)("generation-progress", week=week, weeks=weeks)
    return f"{philosophy}\n\n{progress}".strip()


def _badge(program: ProgramData) -> str | None:
    return None if program.source == "engine" else "generation-badge-claude"


def _with_badge(program: ProgramData, words: Localizer, badge: str | None) -> str:
    html = overview.overview_html(program, words)
    return f"{html}\n\n{words(badge)}" if badge else html


def _edited(program: ProgramData, program_id: int, words: Localizer, badge: str | None) -> EditText:
    return EditText(anchor=overview_anchor(program_id), html=_with_badge(program, words, badge))


def _changed(written: WrittenPlan, words: Localizer) -> str:
    if written.program.source == "engine":
        return words("generation-unchanged")
    if written.program.source == "claude":
        return words("generation-rewritten", sessions=written.changed_sessions)
    return words("generation-written", sessions=written.changed_sessions, weeks=written.worded_weeks)
