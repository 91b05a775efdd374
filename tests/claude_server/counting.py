"""Tokens as the emulated models count them, and the prompt cache."""

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

# A rule of thumb for current models on compressed English and French; the true tokenizer is not public.
CHARACTERS_PER_TOKEN = 3
# The shortest prefix a model caches.
CACHED_FROM_TOKENS = {"claude-haiku-5-5": 512}
CACHED_FROM_TOKENS_OTHERWISE = 1024
LIFE_S = {"5m": 300.0, "1h": 3600.0}


def pieces_of(text: str) -> list[str]:
    """The text in tokens."""
    step = CHARACTERS_PER_TOKEN
    return [text[start : start + step] for start in range(0, len(text), step)]


def prompt_tokens(body: Mapping[str, Any]) -> int:
    """The tokens of a whole request."""
    said = [message["content"] for message in body.get("messages", [])]
    return _tokens(_prefix(body)) + _tokens([said, body.get("output_config", {})])


@dataclass
class PromptCache:
    """Prefixes seen, by when they are forgotten; `usage_of` counts a request against it."""

    until_s: dict[str, float] = field(default_factory=dict)

    def usage_of(self, body: Mapping[str, Any], now_s: float) -> Json:
        """The input side of a message's usage."""
        whole, prefix = prompt_tokens(body), _tokens(_prefix(body))
        life = _cache_life(body)
        least = CACHED_FROM_TOKENS.get(body.get("model", ""), CACHED_FROM_TOKENS_OTHERWISE)
        if life is None or prefix < least:
            return _usage(whole)
        key = _key(body)
        known = self.until_s.get(key, 0.0) > now_s
        self.until_s[key] = now_s + LIFE_S[life]
        if known:
            return _usage(whole - prefix, read=prefix)
        return _usage(whole - prefix, written=prefix, life=life)


def _usage(plain: int, *, read: int = 0, written: int = 0, life: str = "5m") -> Json:
    by_life = {f"ephemeral_{name}_input_tokens": written if name == life else 0 for name in LIFE_S}
    return {
        "input_tokens": plain,
        "cache_read_input_tokens": read,
        "cache_creation_input_tokens": written,
        "cache_creation": by_life,
        "output_tokens": 1,
        "service_tier": "standard",
    }


def _prefix(body: Mapping[str, Any]) -> object:
    system = body.get("system", "")
    texts = [block["text"] for block in system] if isinstance(system, list) else [system]
    return [body.get("tools", []), texts]


def _cache_life(body: Mapping[str, Any]) -> str | None:
    """The life the request asks for on its system prompt."""
    system = body.get("system")
    blocks = system if isinstance(system, list) else []
    marks = [block["cache_control"] for block in blocks if block.get("cache_control")]
    return str(marks[-1].get("ttl", "5m")) if marks else None


def _key(body: Mapping[str, Any]) -> str:
    """What must be the same for a prefix to be found again."""
    kept = [body.get(name) for name in ("model", "tools", "system", "output_config", "thinking")]
    return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()


def _tokens(value: object) -> int:
    return math.ceil(sum(len(text) for text in _texts(value)) / CHARACTERS_PER_TOKEN)


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [text for name, part in value.items() for text in [str(name), *_texts(part)]]
    if isinstance(value, list):
        return [text for part in value for text in _texts(part)]
    return []
