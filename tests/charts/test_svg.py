"""Shapes as SVG, read back by an XML parser: where they are, what they say, and that names stay names."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

import pytest

from desktop.charts.palette import PRINT
from desktop.charts.shapes import FORWARD, Line, Polygon, Polyline, Rect, Scene, Shape, Text
from desktop.charts.svg import escaped, svg

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"


class Blocks:
    """Every letter is half as wide as it is high, and a box."""

    middle = 0.35

    def line(self, text: str, width: float, bold: bool) -> tuple[Sequence[tuple[str, float]], float]:
        kept = text[: int(width * 2)]
        return [(f"{letter}{bold}", number / 2) for number, letter in enumerate(kept)], len(kept) / 2

    def path(self, glyph: str) -> str:
        return "" if glyph.startswith(" ") else "M0 0h.4v-.7h-.4z"


def drawn(*shapes: Shape, title: str = "Plan", magnified: float = 1.0) -> ElementTree.Element:
    scene = Scene(100, 50, shapes)
    document = svg(
        [(10, 20, scene)], 200, 100, em=10, palette=PRINT, outlines=Blocks(), title=title, magnified=magnified
    )
    return ElementTree.fromstring("".join(document))


def groups(root: ElementTree.Element) -> list[ElementTree.Element]:
    """The shapes of the one scene."""
    return list(root.findall(f"{SVG}g/{SVG}g")[0])


def test_a_document_has_a_size_a_title_and_white_paper() -> None:
    root = drawn(magnified=1.5, title="A & <B>")
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("300", "150", "0 0 200 100")
    assert root.findtext(f"{SVG}title") == "A & <B>"
    paper = root.find(f"{SVG}rect")
    assert paper is not None and paper.get("fill") == "#ffffff"


def test_a_scene_stands_at_its_place_and_is_cut_off_at_its_edges() -> None:
    root = drawn(Rect(-5, 0, 300, 10, "bar"))
    group = root.find(f"{SVG}g")
    assert group is not None and group.get("transform") == "translate(10 20)"
    edge = root.find(f"{SVG}defs/{SVG}clipPath")
    assert edge is not None and group[0].get("clip-path") == f"url(#{edge.get('id')})"
    assert edge[0].attrib == {"width": "100", "height": "50"}


def test_every_kind_of_shape_is_there_in_its_colour() -> None:
    found = groups(
        drawn(
            Rect(1, 2, 30.126, 4, "bar", "bar_line", 3, opacity=0.5),
            Polygon(((0, 0), (4, 0), (2, 3)), "milestone"),
            Line(0, 1, 50, 1, "today", 2, (5, 3)),
            Polyline(((0, 0), (10, 0), (10, 20)), "link", 1, True),
        )
    )
    bar, diamond, line, link, head = found
    assert bar.attrib == {
        "x": "1.5", "y": "2.5", "width": "29.13", "height": "3", "rx": "3", "fill": PRINT["bar"],
        "stroke": PRINT["bar_line"], "stroke-width": "1", "opacity": "0.5",
    }  # fmt: skip
    assert (diamond.get("d"), diamond.get("fill")) == ("M0 0L4 0L2 3Z", PRINT["milestone"])
    assert (line.get("d"), line.get("stroke-dasharray"), line.get("stroke")) == ("M0 1L50 1", "5 3", PRINT["today"])
    assert (link.get("d"), link.get("fill")) == ("M0 0L10 0L10 20", "none")
    assert str(head.get("d")).startswith("M10 20L") and head.get("fill") == PRINT["link"]


def test_a_pattern_lies_over_its_figure_and_is_defined_once() -> None:
    root = drawn(
        Rect(0, 0, 9, 9, "bar", pattern=FORWARD, pattern_role="progress"),
        Rect(20, 0, 9, 9, "bar", pattern=FORWARD, pattern_role="progress"),
    )
    (pattern,) = root.findall(f"{SVG}defs/{SVG}pattern")
    covers = [shape for shape in groups(root) if str(shape.get("fill")).startswith("url")]
    assert [cover.get("fill") for cover in covers] == [f"url(#{pattern.get('id')})"] * 2
    assert pattern[0].get("stroke") == PRINT["progress"]


def test_letters_are_outlines_that_are_defined_once_and_the_text_is_a_label() -> None:
    root = drawn(Text(10, 0, 60, 20, "计划 计", "text"))
    (text,) = groups(root)
    assert text.get("aria-label") == "计划 计"
    uses = [use.get(LINK) for use in text]
    assert len(uses) == 3 and uses[0] == uses[2] != uses[1]  # the blank draws nothing
    paths = {f"#{path.get('id')}" for path in root.findall(f"{SVG}defs/{SVG}path")}
    assert paths == set(uses)
    assert [use.get("x") for use in text] == ["0", "0.5", "1.5"]
    # Letters of 10: the baseline lies 3.5 below the middle of the line.
    assert text.get("transform") == "translate(10 13.5) scale(10)"


@pytest.mark.parametrize(("align", "x"), [("left", 10), ("center", 30), ("right", 50)])
def test_texts_stand_where_they_are_aligned(align: str, x: float) -> None:
    align = {"center": "centre"}.get(align, align)
    (text,) = groups(drawn(Text(10, 0, 60, 20, "abcd", "text", align)))
    assert str(text.get("transform")).startswith(f"translate({x} ")


def test_a_text_that_has_no_room_is_cut_but_its_label_is_whole() -> None:
    (text,) = groups(drawn(Text(0, 0, 20, 20, "abcdefgh", "text")))
    assert len(list(text)) == 4
    assert text.get("aria-label") == "abcdefgh"
    assert groups(drawn(Text(0, 0, -5, 20, "abc", "text"))) == []


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>", '"/><image href="file:///etc/passwd"/>', "]]>", "&amp;&lt;", "a\x00b\x08c\x1b",
        "\ud800", "\ufffe\uffff", "😀" * 50, "<!-- --", "<![CDATA[", "%s{n}", "a" * 100_000,
    ],
)  # fmt: skip
def test_names_are_never_markup(name: str) -> None:
    root = drawn(Text(0, 0, 5_000, 10, name, "text"), title=name)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "defs", "path", "clipPath", "rect", "g", "use",
    }  # fmt: skip
    kept = "".join(c for c in name if c.isprintable() and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    assert root.findtext(f"{SVG}title") == kept
    assert escaped(name).isascii() or "😀" in name
