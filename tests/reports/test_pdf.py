"""Blocks on paper: pages, fonts, bookmarks, properties, and that the same report gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pypdf import PdfReader

from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.risks import Risk
from desktop.domain.scheduling import Schedule, schedule
from desktop.reports.blocks import (
    Bullets,
    ChartBlock,
    Column,
    Heading,
    Meta,
    Note,
    OnePage,
    PageBreak,
    Paragraph,
    Report,
    TableBlock,
)
from desktop.reports.kinds import KINDS, build
from desktop.reports.language import LANGUAGES
from desktop.reports.pdf import print_report, unprintable
from tests.reports.reading import bare, bookmarks, contents, font_names, page_texts, poppler_text, text_of
from tests.reports.samples import AS_OF

META = Meta("Subject", "Author", dt.date(2026, 6, 12), "en", "Page {page} of {pages}", "Foot")
Changed = Callable[..., Project]


def report_of(*blocks: object, **facts: object) -> Report:
    return replace(Report("Title", blocks, "en", "client", META), **facts)  # type: ignore[arg-type]


@pytest.fixture(scope="module", params=LANGUAGES)
def printed(request: pytest.FixtureRequest, project: Project, planned: Schedule) -> bytes:
    """The status report for the client in each language."""
    return print_report(
        build(project, planned, kind="status", language=request.param, audience="client", today=AS_OF)
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_character_of_every_report_has_a_glyph(
    project: Project, planned: Schedule, kind: str, language: str
) -> None:
    for audience in ("client", "team"):
        report = build(project, planned, kind=kind, language=language, audience=audience, today=AS_OF)
        assert unprintable(report) == ()


def test_only_our_fonts_are_named_and_all_are_embedded(printed: bytes) -> None:
    names = font_names(printed)
    assert names
    assert {name.partition("+")[2] for name in names} == {"NotoSansSC-Regular", "NotoSansSC-Bold"}
    assert b"Helvetica" not in b"\n".join(contents(printed))
    fonts = [
        font.get_object()["/FontDescriptor"].get_object()
        for page in PdfReader(io.BytesIO(printed)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index,union-attr]
    ]
    assert fonts
    assert all("/FontFile2" in descriptor for descriptor in fonts)


def test_the_status_is_one_page_and_the_rest_follows(printed: bytes) -> None:
    pages = [page for _, page in bookmarks(printed)]
    assert pages[0] == 1
    sections = bookmarks(printed)[7:]
    assert min(page for _, page in sections) == 2
    assert pages == sorted(pages)


def test_pages_are_numbered_out_of_all(printed: bytes) -> None:
    texts = page_texts(printed)
    count = len(texts)
    for number, text in enumerate(texts, 1):
        assert f"Page{number}of{count}" in text or f"第{number}页，共{count}页" in text


def test_bookmarks_are_the_headings(project: Project, planned: Schedule) -> None:
    report = build(project, planned, kind="status", language="both", audience="client", today=AS_OF)
    headings = [block.text.replace("\n", " ") for block in report.walk() if isinstance(block, Heading)]
    assert [title for title, _ in bookmarks(print_report(report))] == ["状态报告 Status report", *headings]


def test_chinese_can_be_copied_out_again(printed: bytes) -> None:
    for text in (text_of(printed), poppler_text(printed)):
        if text is not None:
            assert bare("手持终端交付推迟 Handheld devices arrive late") in text
            assert bare("一、接口测试账号仍未开通，王主任答应本周内解决。") in text


def test_properties_say_what_the_report_is_and_nothing_else(printed: bytes) -> None:
    found = PdfReader(io.BytesIO(printed)).metadata
    assert found is not None
    assert found.subject == "华东仓储管理系统升级 East China WMS upgrade"
    assert found.author == "陈思远"  # the project manager, as on the page
    assert found.creator == found.producer == "Pilotage 领航"
    assert found["/CreationDate"] == found["/ModDate"] == "D:20260612000000+00'00'"
    assert not (found.get("/Keywords") or "")
    catalog = PdfReader(io.BytesIO(printed)).trailer["/Root"]
    assert catalog["/Lang"] in ("zh-CN", "en")  # type: ignore[index]


def test_the_same_report_gives_the_same_bytes(project: Project, planned: Schedule) -> None:
    def once() -> bytes:
        return print_report(build(project, planned, kind="status", language="both", audience="team", today=AS_OF))

    assert once() == once()


def test_pages_lie_as_their_blocks_ask() -> None:
    upright = Paragraph("a")
    report = report_of(upright, PageBreak(landscape=True), Paragraph("b"), PageBreak(), Paragraph("c"))
    boxes = [page.mediabox for page in PdfReader(io.BytesIO(print_report(report))).pages]
    assert [box.width > box.height for box in boxes] == [False, True, False]
    boxes = [page.mediabox for page in PdfReader(io.BytesIO(print_report(replace(report, landscape=True)))).pages]
    assert boxes[0].width > boxes[0].height


def test_a_page_that_must_stay_one_stays_one_however_much_it_says() -> None:
    columns = (Column("A", 1), Column("B", 3))
    rows = tuple(("甲" * 50_000, "word " * 10_000) for _ in range(5))
    crowd = [
        block
        for n in range(6)
        for block in (Heading(f"Part {n}", 2), TableBlock(columns, rows, most=3), Bullets(("点" * 5_000,) * 3, most=2))
    ]
    report = report_of(OnePage((*crowd, Note(("the last line",)))), PageBreak(), Paragraph("next"))
    texts = page_texts(print_report(report))
    assert len(texts) == 2
    assert "thelastline" in texts[0]


def test_unprintable_characters_are_listed_at_the_end() -> None:
    report = report_of(Paragraph("한국 and 🚀"))
    text = text_of(print_report(report))
    assert bare("□□ and [rocket]") in text
    assert "U+AD6D,U+D55C" in text


def test_a_heading_is_not_left_alone_at_the_end_of_a_page() -> None:
    fill = tuple(Paragraph(f"line {n}") for n in range(48))
    for count in range(40, 48):
        texts = page_texts(print_report(report_of(*fill[:count], Heading("Chapter", 2), Paragraph("its first words"))))
        where = [("Chapter" in text, "itsfirstwords" in text) for text in texts]
        assert (True, False) not in where


def test_work_can_be_called_off(project: Project, planned: Schedule) -> None:
    answers: Iterator[bool] = iter([False, False, True] + [True] * 10_000)
    report = build(project, planned, kind="status", language="zh", audience="client", today=AS_OF)
    with pytest.raises(Rejected) as refusal:
        print_report(report, lambda: next(answers))
    assert refusal.value.code == "report_cancelled"


def test_a_long_table_is_called_off_soon() -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 5

    rows = tuple((str(n), "text " * 20) for n in range(20_000))
    with pytest.raises(Rejected):
        print_report(report_of(TableBlock((Column("A"), Column("B")), rows)), cancelled)
    assert asked == 6


def test_a_picture_is_shrunk_to_the_page() -> None:
    from desktop.charts.shapes import Line, Polygon, Polyline, Rect, Scene, Text

    scene = Scene(
        2000, 100,
        (
            Rect(0, 0, 2000, 100, "surface", "line", radius=5), Rect(0, 0, 10, 10, "bar", opacity=0.5),
            Polygon(((0, 0), (10, 0), (5, 8)), "red", "line"), Line(0, 0, 50, 50, "grid", dash=(2, 1)),
            Polyline(((0, 0), (20, 20), (40, 20)), "link", arrow=True),
            Text(1900, 0, 100, 20, "右端 end", align="right"),
        ),
    )  # fmt: skip
    pdf = print_report(report_of(ChartBlock(scene, "What it shows")))
    assert "右端end" in text_of(pdf)
    assert "Whatitshows" in text_of(pdf)


def test_several_threads_print_at_once(project: Project, planned: Schedule) -> None:
    from concurrent.futures import ThreadPoolExecutor

    report = build(project, planned, kind="risks", language="zh", audience="team", today=AS_OF)
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: print_report(report), range(8)))
    assert len(set(made)) == 1


HOSTILE = (
    "<b>bold</b>", "R&D <10 days", '=HYPERLINK("http://x.test","y")', '<img src="/etc/passwd" width="9"/>',
    "</para><para>", "&lt;already&gt;", "{name} %s %(x)s", "🚀 发射",
    "\\(escaped\\) (unbalanced", "%PDF-1.4 endstream endobj",
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_texts_are_printed_as_they_are(changed: Changed, language: str) -> None:
    text = " ".join(HOSTILE)
    fields = {"cause": text, "event": text, "effect": text, "response": text, "trigger": text}
    project = changed(
        Risk(id="evil", number=99, audience="client", probability=5, impact_cost=5, owner="wang", **fields),
        name=text, headline=text,
    )  # fmt: skip
    report = build(project, schedule(project), kind="status", language=language, audience="client", today=AS_OF)
    pdf = print_report(report)
    for found in (text_of(pdf), poppler_text(pdf)):
        if found is not None:
            for item in HOSTILE:
                assert bare(item.replace("🚀", "[rocket]")) in found, item
    assert b"root:" not in b"\n".join(contents(pdf))
    assert not any(page.images for page in PdfReader(io.BytesIO(pdf)).pages)


def test_a_word_of_fifty_thousand_letters_in_every_field_is_printed_whole(changed: Changed) -> None:
    # Ж and Я stand nowhere else; counted, because page ends come between.
    word, chinese = "Ж" * 50_000, "瀛" * 50_000
    project = changed(
        Risk(id="long", number=99, audience="client", cause=word, event=word, effect=chinese, response=word)
    )
    report = build(project, schedule(project), kind="risks", language="zh", audience="client", today=AS_OF)
    text = text_of(print_report(report))
    assert text.count("Ж") == 150_000
    assert text.count("瀛") == 50_000


def test_long_words_leave_the_status_page_one_page(changed: Changed) -> None:
    word = "W" * 50_000
    facts = {"audience": "client", "event": word, "probability": 5, "impact_cost": 5}
    many = (Risk(id=f"l{n}", number=90 + n, **facts) for n in range(6))
    project = changed(*many, headline=word, name=word)
    report = build(project, schedule(project), kind="status", language="both", audience="client", today=AS_OF)
    pdf = print_report(replace(report, blocks=(*report.blocks[:1], PageBreak(), Heading("The second page"))))
    assert [page for title, page in bookmarks(pdf) if title == "The second page"] == [2]
    assert "风险登记册" in page_texts(pdf)[0]  # where the rest of them stands
