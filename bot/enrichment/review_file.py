"""The file of proposals for the catalogue that someone reads, and what of it is still under way.

Proposals are only ever added: what stands in the file, reviewed or not, stays as it is, comments included.
"""

import json
import os
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from core.catalogue.enriching import Proposal

HEADING = """\
# Proposals for the catalogue of movements. Read each one; correct it here; set reviewed = true.
# What is good goes into the tables of core/catalogue (words/<language>/<discipline>.toml and
# exercises/<discipline>.toml). A movement that stands here is not asked about again: delete it to ask anew.
"""


class UnreadableReview(Exception):
    """The file, or what is noted beside it, cannot be used; the text is one sentence."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A batch on its way: its id and its movements."""

    batch_id: str
    movements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """A TOML file, and a note beside it while a batch is on its way. Every method raises UnreadableReview."""

    path: Path

    @property
    def note(self) -> Path:
        return self.path.with_name(f"{self.path.name}.sent.json")

    def proposed(self) -> dict[str, bool]:
        """The movements that stand in it, and whether each was reviewed."""
        try:
            entries = tomllib.loads(self._text())
        except tomllib.TOMLDecodeError as error:
            raise UnreadableReview(f"{self.path} is not valid TOML: {error}.") from None
        return {
            key: bool(entry.get("reviewed", False))
            for key, entry in entries.items()
            if isinstance(entry, dict)
        }

    def add(self, proposals: Iterable[Proposal], model: str) -> int:
        """Write proposals behind what stands there; gives how many. One that is there already is left out."""
        there = self.proposed()
        new = [one for one in proposals if one.id not in there]
        if new:
            text = self._text() or HEADING
            blocks = ("\n".join(_block(one, model)) for one in new)
            self._replace(self.path, text.rstrip("\n") + "\n\n" + "\n\n".join(blocks) + "\n")
        return len(new)

    def sent(self) -> Sent | None:
        """The batch that is on its way, if any."""
        try:
            noted = json.loads(self.note.read_text("utf-8"))
            return Sent(str(noted["batch_id"]), tuple(map(str, noted["movements"])))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):
            raise UnreadableReview(f"{self.note} cannot be read; delete it to begin anew.") from None

    def note_sent(self, sent: Sent) -> None:
        """Remember a batch before anything else can go wrong."""
        self._replace(self.note, json.dumps(asdict(sent)) + "\n")

    def forget_sent(self) -> None:
        """Its results are in the file."""
        self.note.unlink(missing_ok=True)

    def _text(self) -> str:
        try:
            return self.path.read_text("utf-8")
        except FileNotFoundError:
            return ""
        except (OSError, UnicodeDecodeError):
            raise UnreadableReview(f"{self.path} cannot be read.") from None

    def _replace(self, path: Path, text: str) -> None:
        """All of it or nothing: a process that dies leaves the old file."""
        written = path.with_name(f"{path.name}.new")
        try:
            with written.open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            written.replace(path)
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise UnreadableReview(f"{path} cannot be written: {why}.") from None


def _block(proposal: Proposal, model: str) -> Iterator[str]:
    yield f"[{proposal.id}]"
    yield "reviewed = false"
    yield f"model = {_toml(model)}"
    for name, found in proposal.facts.items():
        yield f"{name} = [{', '.join(map(_toml, found))}]"
    for language, fields in proposal.words.items():
        yield f"\n[{proposal.id}.{language}]"
        for field, lines in fields.items():
            if field == "name":
                yield f"name = {_toml(lines[0])}"
            else:
                yield f"{field} = [\n" + "".join(f"  {_toml(line)},\n" for line in lines) + "]"


def _toml(text: str) -> str:
    """A JSON string without control characters is a basic string of TOML."""
    return json.dumps(text, ensure_ascii=False)
