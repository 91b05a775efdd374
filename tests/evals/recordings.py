"""Recorded replies: one file for each runner, with the prompt they answer."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from core.generation.brief import PlanBrief

FOLDER = Path(__file__).with_name("recordings")
HAND_WRITTEN = "hand-written as the prompt asks for it, with tests/evals/phrasebook.toml; no model was asked"
LIVE = "recorded from the live API"


@dataclass(frozen=True, slots=True)
class Recording:
    """A reply and where it comes from; `prompt_digest` and `data_digest` tell what it answered."""

    origin: str
    model: str
    prompt: str
    prompt_digest: str
    data_digest: str
    input_tokens: int | None
    output_tokens: int | None
    reply: str

    def is_old_for(self, brief: PlanBrief) -> bool:
        """Whether the prompt has changed since."""
        return self.prompt_digest != brief.prompt.digest

    def answers_the_data_of(self, brief: PlanBrief) -> bool:
        """Whether the engine still asks the same: another plan has other quality days to choose for."""
        return self.data_digest == data_digest(brief)


def recording_for(
    brief: PlanBrief,
    reply: str,
    *,
    origin: str,
    model: str,
    input_tokens: int | None = None,
    output_tokens: int | None = None,
) -> Recording:
    return Recording(
        origin=origin,
        model=model,
        prompt=f"{brief.prompt.name}.{brief.prompt.variant}",
        prompt_digest=brief.prompt.digest,
        data_digest=data_digest(brief),
        input_tokens=input_tokens,
        output_tokens=output_tokens,
        reply=reply,
    )


def data_digest(brief: PlanBrief) -> str:
    return hashlib.sha256(brief.user.encode()).hexdigest()[:12]


def load(name: str) -> Recording:
    return Recording(**json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")))


def store(name: str, recording: Recording) -> None:
    FOLDER.mkdir(exist_ok=True)
    text = json.dumps(asdict(recording), ensure_ascii=False, indent=1)
    (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")
