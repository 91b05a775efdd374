import html
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playground.detection import with_detected
from bot.playground.formatting import Formatted, FormattingError, parse_html, trimmed


def place(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>a</b><strong>b</strong>", "ab", [place("bold", 0, 1), place("bold", 1, 1)]),
        ("<i>a</i><em>b</em>", "ab", [place("italic", 0, 1), place("italic", 1, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [place("underline", 0, 1), place("underline", 1, 1)]),
        ("<s>a</s><del>b</del>", "ab", [place("strikethrough", 0, 1), place("strikethrough", 1, 1)]),
        ("<B>a</b>", "a", [place("bold", 0, 1)]),
        ("<b>a<i>b</i></b>", "ab", [place("italic", 1, 1), place("bold", 0, 2)]),
        ("🏃<b>é</b>", "🏃é", [place("bold", 2, 1)]),
        ("<b></b>x", "x", []),
        ("a &lt; b &gt; c &amp; d &quot;", 'a < b > c & d "', []),
        ("&#233;&#xE9;&nbsp;&amp;lt;", "éé&nbsp;&lt;", []),
        ('<a href="https://example.org/?a=1&amp;b=2">x</a>', "x", [place("text_link", 0, 1, url="https://example.org/?a=1&b=2")]),
        ("<a href='example.org'>x</a>", "x", [place("text_link", 0, 1, url="http://example.org")]),
        ('<a href="nowhere">x</a>', "x", []),
        ("<code>a</code>", "a", [place("code", 0, 1)]),
        ('<code class="language-py">a</code>', "a", [place("code", 0, 1)]),
        ("<pre>a</pre>", "a", [place("pre", 0, 1)]),
        ('<pre><code class="language-py">a</code></pre>', "a", [place("pre", 0, 1, language="py")]),
        ("<blockquote>a</blockquote>", "a", [place("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [place("expandable_blockquote", 0, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [place("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [place("spoiler", 0, 1)]),
        ('<tg-time unix="18">x</tg-time>', "x", [place("date_time", 0, 1, unix_time=18)]),
        ("<b>a</>", "a", [place("bold", 0, 1)]),
    ],
)  # fmt: skip
def test_reads_telegram_html(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    read = parse_html(source)
    assert read.text == text
    assert list(read.entities) == entities


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>é</i>", 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
        ("5 < 6", 'Unsupported start tag "" at byte offset 2'),
        ("a<b", "Unclosed start tag at byte offset 1"),
        ("é<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ('<a ="x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href=x"y>', "Unexpected end of name token at byte offset 7"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-time>a</tg-time>", 'Tag "tg-time" must have a valid attribute "unix"'),
    ],
)
def test_says_what_is_wrong_in_telegrams_words(source: str, reason: str) -> None:
    with pytest.raises(FormattingError) as failure:
        parse_html(source)
    assert str(failure.value) == reason


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert parse_html(html.escape(text, quote=False)) == Formatted(text)


@settings(deadline=None)
@given(st.text(alphabet="<>/ab =\"'&;", max_size=30))
def test_any_markup_is_read_or_refused(source: str) -> None:
    try:
        read = parse_html(source)
    except FormattingError:
        return
    assert all(e["offset"] + e["length"] <= len(read.text) for e in read.entities)


def test_outer_spaces_go_and_entities_follow() -> None:
    read = trimmed(parse_html("  <b> a🏃b </b>\t\n"))
    assert read == Formatted("a🏃b", (place("bold", 0, 4),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/start", [("bot_command", "/start")]),
        ("see /plan, /week@a_bot.", [("bot_command", "/plan"), ("bot_command", "/week@a_bot")]),
        ("5:30/km and/or 1/2", []),
        ("https://example.org/a?b=1.", [("url", "https://example.org/a?b=1")]),
        ("write to lea@example.org", [("email", "lea@example.org")]),
        ("@runcoach #10km #5", [("mention", "@runcoach"), ("hashtag", "#10km")]),
    ],
)  # fmt: skip
def test_marks_commands_and_links_by_itself(text: str, expected: list[tuple[str, str]]) -> None:
    found = with_detected(text, ())
    assert [(e["type"], text[e["offset"] : e["offset"] + e["length"]]) for e in found] == expected


def test_nothing_is_detected_inside_code() -> None:
    read = parse_html("<code>/start</code>")
    assert [e["type"] for e in with_detected(read.text, read.entities)] == ["code"]
