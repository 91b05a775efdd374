"""The prompts: one Markdown file for each name and variant (`plan.a.md`), read from the package."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import ceil

BYTES_PER_TOKEN = 3
"""No tokenizer of the current models is public. French and English prose has three to four bytes a token,
so this overestimates a little; measured usage is in the ledger."""
DIGEST_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Prompt:
    """A system prompt: the same text for every runner, so that it can be cached."""

    name: str
    variant: str
    text: str

    @property
    def digest(self) -> str:
        """Changes with the text; recordings keep it to tell which of them are old."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:DIGEST_LENGTH]


@cache
def prompt(name: str, variant: str = "a") -> Prompt:
    """The prompt of this name; raises FileNotFoundError for an unknown name or variant."""
    text = files("core.prompts").joinpath(f"{name}.{variant}.md").read_text(encoding="utf-8")
    return Prompt(name, variant, text.strip())


def every_prompt() -> tuple[Prompt, ...]:
    """All prompts with their variants, by file name."""
    names = sorted(file.name for file in files("core.prompts").iterdir() if file.name.endswith(".md"))
    parts = (name.removesuffix(".md").split(".", 1) for name in names)
    return tuple(prompt(name, variant) for name, variant in parts)


def estimated_tokens(text: str) -> int:
    """About how many tokens a text has: its UTF-8 bytes by three, rounded up."""
    return ceil(len(text.encode()) / BYTES_PER_TOKEN)
