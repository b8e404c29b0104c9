"""Notes in rich text and HTML become plain text; text that people typed stays as it is."""

from __future__ import annotations

import pytest

from desktop.exchange.notes import plain_text


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("<b> R&D <10 days", "<b> R&D <10 days"),
        ('=HYPERLINK("http://x")', '=HYPERLINK("http://x")'),
        ("a < b and <p> c", "a < b and <p> c"),
        ("<html><body><p>A &amp; B</p><p>C<br/>D</p></body></html>", "A & B\nC\nD"),
        ("<div>one</div><script>alert(1)</script>", "one"),
        ("<p>never closed", "never closed"),
        (r"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard Hello \b World\b0\par Next}", "Hello World\nNext"),
        (r"{\rtf1\ansi\ansicpg936 \'d6\'d0\'ce\'c4}", "中文"),
        (r"{\rtf1\ansi \u20013?\u25991?x}", "中文x"),
        (r"{\rtf1\uc0 \u20013\u25991 x}", "中文x"),
        (r"{\rtf1 a\{b\}\\c{\*\generator X;}}", "a{b}\\c"),
        (r"{\rtf1 broken {", "broken"),
    ],
)
def test_plain_text(written: str, plain: str) -> None:
    assert plain_text(written) == plain


def test_deep_rich_text_needs_no_stack() -> None:
    assert plain_text("{\\rtf1 " + "{" * 100_000 + "x") == "x"
