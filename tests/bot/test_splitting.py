"""Long messages: every part fits, every tag closes, no word is lost."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mailbox import parts_of
from bot.messages import Button, EditText, SendPicture, SendText
from bot.splitting import PIECES_LIMIT, TEXT_LIMIT, fits, plain_text, split_html, utf16_length

LIMIT = 40


class Balance(HTMLParser):
    """Raises when a tag closes what is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.pieces = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.pieces += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def balance_of(markup: str) -> Balance:
    reader = Balance()
    reader.feed(markup)
    reader.close()
    assert reader.open == []
    return reader


WORDS = st.text(st.sampled_from("aé🏃<&> \n."), max_size=60)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


MARKUP = st.recursive(
    WORDS.map(escaped),
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["b", "i", "code", "blockquote"]), inner).map(
            lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"
        ),
        inner.map(lambda text: f'<a href="https://example.org/?a=1&amp;b=2">{text}</a>'),
        st.lists(inner, min_size=2, max_size=4).map("".join),
    ),
    max_leaves=12,
)


def without_space(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(MARKUP)
def test_every_part_fits_and_nothing_is_lost(markup: str) -> None:
    parts = split_html(markup, LIMIT)
    for part in parts:
        assert utf16_length(plain_text(part)) <= LIMIT
        balance_of(part)
    assert without_space("".join(map(plain_text, parts))) == without_space(plain_text(markup))


@given(MARKUP)
def test_what_fits_is_left_alone(markup: str) -> None:
    if fits(markup, LIMIT):
        assert split_html(markup, LIMIT) == [markup]


def test_formatting_goes_on_in_the_next_part() -> None:
    first, second = split_html('<b>one two <a href="https://example.org/">three</a> four</b>', 10)
    assert first == "<b>one two</b>"
    assert second == '<b><a href="https://example.org/">three</a> four</b>'


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("first block\n\nsecond block", ["first block", "second block"]),
        ("first line\nsecond line!", ["first line", "second line!"]),
        ("A sentence. Another one.", ["A sentence.", "Another one."]),
        ("word by word by word", ["word by word by", "word"]),
        ("x" * 35, ["x" * 16, "x" * 16, "x" * 3]),
        ("🏃" * 9, ["🏃" * 8, "🏃"]),
        ("&lt;" * 17, ["&lt;" * 16, "&lt;"]),
    ],
)
def test_the_best_border_is_chosen(text: str, parts: list[str]) -> None:
    assert split_html(text, 16) == parts


def test_more_formatting_than_telegram_takes_is_split_too() -> None:
    parts = split_html("<b>a</b> " * (PIECES_LIMIT + 20))
    assert len(parts) == 2
    assert all(balance_of(part).pieces <= PIECES_LIMIT for part in parts)


def test_a_long_text_keeps_its_keyboard_under_the_last_part() -> None:
    keyboard = ((Button(label="OK", data="ok"),),)
    parts = list(parts_of(SendText(html="word " * 1500, keyboard=keyboard, anchor="plan")))
    assert len(parts) == 2
    assert [getattr(part, "keyboard", None) for part in parts] == [(), keyboard]
    assert [getattr(part, "anchor", None) for part in parts] == [None, "plan"]


def test_a_long_edit_edits_and_goes_on_below() -> None:
    keyboard = ((Button(label="OK", data="ok"),),)
    first, second = parts_of(EditText(anchor="plan", html="word " * 1500, keyboard=keyboard))
    assert isinstance(first, EditText)
    assert isinstance(second, SendText)
    assert (first.keyboard, second.keyboard) == ((), keyboard)


def test_a_long_caption_becomes_a_message() -> None:
    picture = SendPicture(chart="volume", figures={}, caption_html="word " * 300, anchor="volume")
    first, second = parts_of(picture)
    assert isinstance(first, SendPicture)
    assert isinstance(second, SendText)
    assert first.caption_html == ""
    assert first.anchor == "volume"


def test_a_message_at_the_limit_is_one_message() -> None:
    assert len(split_html("🏃" * (TEXT_LIMIT // 2))) == 1
    assert len(split_html("🏃" * (TEXT_LIMIT // 2) + "!")) == 2
