"""A coach's session written with Claude: the engine's draft goes there, a checked session comes back."""

from dataclasses import dataclass

from bot.claude.asking import Ask, Reply
from bot.claude.client import ClaudeClient
from core.coaches.asking import MAX_TOKENS, SCHEMA, Question
from core.coaches.replying import ReadSession, read_reply
from core.coaches.session import CoachSession

PURPOSE = "session"
"""What the ledger files such calls under."""
CALL_WITHIN_S = 30.0


@dataclass(frozen=True, slots=True)
class WrittenSession:
    """The session with the figures of the call; `repairs` counts movements that had to be put right."""

    session: CoachSession
    repairs: int
    prompt_variant: str
    input_tokens: int
    output_tokens: int
    cost_usd: float
    latency_s: float


def ask_of(question: Question, model: str, runner_id: int | None = None) -> Ask:
    """The call for a question, for now or for a batch."""
    return Ask(
        purpose=PURPOSE,
        prompt_name=question.prompt.name,
        prompt_variant=question.prompt.variant,
        model=model,
        system=question.prompt.text,
        user=question.user,
        max_tokens=MAX_TOKENS,
        runner_id=runner_id,
        schema=SCHEMA,
        timeout_s=CALL_WITHIN_S,
    )


def read_session(reply: Reply, question: Question) -> WrittenSession:
    """What a reply gives. Raises UnusableReply (the engine's session stands)."""
    read: ReadSession = read_reply(reply.text, question)
    return WrittenSession(
        read.session,
        read.repairs,
        question.prompt.variant,
        reply.usage.prompt_tokens,
        reply.usage.output_tokens,
        reply.cost_usd,
        reply.latency_s,
    )


async def write_session(
    claude: ClaudeClient, question: Question, model: str, runner_id: int | None = None
) -> WrittenSession:
    """Ask and read. Raises ClaudeFailure and UnusableReply; the draft in the question stands then."""
    asked = ask_of(question, model, runner_id)
    return await claude.complete_read(asked, lambda reply: read_session(reply, question))
