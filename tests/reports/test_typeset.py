"""Text on paper: what is printed, and where lines break."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reports import fonts
from desktop.reports.typeset import lines_of, missing, plain, shortened, width_of

SIZE = 8.0


def lines(text: str, width: float, most: int = 0) -> list[str]:
    return [str(line) for line in lines_of(plain(text), width, SIZE, most=most)]


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b>", "R&D <10 days", '=HYPERLINK("x")', '<img src="/etc/passwd"/>', "</para>", "&amp;",
        "全角，标点。①㎡", "½ × ≤ →",
    ],
)
def test_what_the_fonts_can_draw_is_printed_as_it_is(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("🚀", "[rocket]"),
        ("👍🏽", "[thumbs up sign]"),  # the skin tone has no form of its own
        ("❤️", "[heavy black heart]"),
        ("🇨🇳", "CN"),
        ("𝐀𝐁", "AB"),  # mathematical bold: the compatibility form is in the fonts
        ("한", "□"),
        ("𠮷", "□"),  # in the fonts, but a reader would copy another character
        ("e\u0301", "é"),
        ("a\u200bb\u00adc\ufeff", "abc"),
        ("a\tb", "a    b"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("\x00\x07a", "a"),
        ("\ud800", "□"),
        ("the manager’s", "the manager's"),
        ("‘引号’", "‘引号’"),
    ],
)
def test_what_they_cannot_is_replaced_where_it_can_be_seen(text: str, printed: str) -> None:
    assert plain(text) == printed


def test_characters_without_a_glyph_are_named() -> None:
    assert missing("ok 한 🚀 𠮷 □") == {"한", "𠮷"}


@given(st.text(max_size=200))
def test_everything_printed_has_a_glyph_and_nothing_changes_twice(text: str) -> None:
    printed = plain(text)
    assert set(printed) - {"\n"} <= fonts.printable()
    assert plain(printed) == printed


def test_every_letter_of_the_common_chinese_set_has_a_glyph() -> None:
    rows = range(0xB0, 0xF8)
    letters = [bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in range(0xA1, 0xFF)]
    letters += list("喆堃镕昇婳玥珺")  # in names, and not in that set
    assert not missing("".join(letters))


@pytest.mark.parametrize("width", [24, 40, 60, 90, 150, 400])
def test_lines_fit(width: float) -> None:
    text = "由于供应商 Middleware Company Ltd 停止支持，接口国际化（internationalisation）可能延迟到 2026-09-30。"
    assert all(width_of(plain(line), SIZE) <= width for line in lines(text, width))
    assert "".join(lines(text, width)).replace(" ", "") == text.replace(" ", "")


@given(st.text(st.characters(codec="gbk"), max_size=120), st.floats(30, 200))
def test_breaking_loses_nothing_but_blanks(text: str, width: float) -> None:
    def letters(string: str) -> str:
        return "".join(string.split())

    assert letters("".join(lines(text, width))) == letters(plain(text))


def test_english_words_stay_whole() -> None:
    text = "Because the supplier of the middleware has announced the end of support, a later acceptance is likely"
    assert " ".join(lines(text, 60)).split() == text.split()


def test_a_hyphen_may_end_a_line_but_not_within_a_date() -> None:
    assert lines("end-of-support", 45) == ["end-of-", "support"]
    assert lines("until 2026-09-30", 50) == ["until", "2026-09-30"]


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    text = "一二三四五，六七八九十（甲乙丙丁）戊己庚辛。壬癸“子丑寅卯”辰巳午未；申酉戌亥……完！" * 3
    for width in range(40, 90):
        for line in lines(text, width):
            assert line[0] not in "，。）；”！…", line
            assert line[-1] not in "（“", line


def test_a_word_wider_than_the_line_is_cut() -> None:
    found = lines("W" * 100, 60)
    assert "".join(found) == "W" * 100
    assert len(found) > 1


def test_more_lines_than_allowed_end_in_an_ellipsis() -> None:
    assert lines("甲" * 100, 80, most=2)[-1].endswith("…")
    assert lines("word " * 100, 80, most=2)[-1].endswith("...")
    assert len(lines("甲" * 100, 80, most=2)) == 2
    assert lines("甲乙", 80, most=2) == ["甲乙"]
    assert lines("a\nb\nc", 80, most=2) == ["a", "b..."]


def test_a_text_cut_to_a_width_fits_it() -> None:
    text = plain("方案评审通过 Design approved by the steering committee")
    for width in (3, 10, 40, 80, 120):
        assert width_of(shortened(text, width, SIZE), SIZE) <= width
    assert shortened(text, 1000, SIZE) == text


def test_breaking_takes_time_in_proportion_to_the_text() -> None:
    # counted, not timed: every character is measured a bounded number of times
    class Counting(fonts.Widths):
        count = 0

        def __getitem__(self, key: str) -> float:
            Counting.count += 1
            return super().__getitem__(key)

    counted = Counting(fonts.font(fonts.REGULAR))
    from desktop.reports import typeset

    for text in ("x" * 50_000, "项目风险" * 12_500, "risk of delay " * 3_600):
        Counting.count = 0
        found: list[typeset.Printable] = []
        typeset._break(text, 15_000, counted, found, 0)
        assert Counting.count < 4 * len(text)


def test_widths_are_those_of_the_font() -> None:
    assert width_of(plain("中"), 10) == pytest.approx(10)  # an ideograph is as wide as its size
    assert unicodedata.east_asian_width("中") == "W"
