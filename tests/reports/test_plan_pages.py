"""The plan on paper: how large it is drawn, which rows and days stand on which page, and what a reader finds there."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import replace

import pytest
from pypdf import PdfReader

from desktop.charts.folds import WHOLE_DAYS, Folds
from desktop.charts.gantt_options import FLOAT_TEXT, NAME_TEXT, GanttOptions
from desktop.charts.shapes import Text
from desktop.charts.timeheader import text_width
from desktop.charts.timescale import Timescale
from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule, to_minutes
from desktop.i18n import ENGLISH, catalog
from desktop.reports.blocks import Meta
from desktop.reports.plancontent import PlanContent, TableColumn, options_for
from desktop.reports.planpages import ACROSS, MARGIN, ONE_PAGE, PAPERS, SCALE, PaperWishes, PlanPages
from desktop.reports.planprint import print_pages
from tests.reports.reading import page_texts

START = dt.datetime(2026, 6, 1, 8)
MM = 72 / 25.4
META = Meta("Long", "Lin", dt.date(2026, 6, 12), "en", "Page {page} of {pages}", "Classification: Client")


def content(
    count: int, columns: Sequence[tuple[str, float]] = (("wbs", 5), ("name", 18), ("finish", 7))
) -> PlanContent:
    tasks = [
        Task(id=f"t{n}", number=n, name=f"Task number {n:05d}", rank=n, duration=480 * (n % 40 + 1))
        for n in range(1, count + 1)
    ]
    project = Project([ProjectProfile(id="p", number=1, name="Long", start=START), *tasks])
    texts = {
        "wbs": [str(n) for n in range(1, count + 1)], "name": [task.name for task in tasks],
        "finish": ["2026-07-01"] * count,
    }  # fmt: skip
    made = tuple(
        TableColumn(key, key.upper(), width, "left", texts.get(key, [f"{key} {n}" for n in range(count)]))
        for key, width in columns
    )
    return PlanContent(
        project, schedule(project), project.outline.order, made, GanttOptions(pixels=False),
        catalog(ENGLISH), catalog(ENGLISH),
    )  # fmt: skip


def pages(count: int, wishes: PaperWishes, scale: Timescale | None = None, **more: object) -> PlanPages:
    return PlanPages(content(count, **more), wishes, scale or Timescale(START, 18), "Long")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("paper", "millimetres"),
    [
        # ISO 216, and ANSI A and B.
        ("A4", (210, 297)), ("A3", (297, 420)), ("A2", (420, 594)), ("A1", (594, 841)), ("A0", (841, 1189)),
        ("Letter", (215.9, 279.4)), ("Tabloid", (279.4, 431.8)),
    ],
)  # fmt: skip
def test_paper_is_as_large_as_its_name_says(paper: str, millimetres: tuple[float, float]) -> None:
    pdf = print_pages(pages(5, PaperWishes(paper=paper, lying=False)), META)
    page = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    assert (float(page.width), float(page.height)) == pytest.approx([side * MM for side in millimetres], abs=0.6)
    assert PaperWishes(paper=paper).size == tuple(reversed(PAPERS[paper]))


def test_a_plan_that_fits_one_page_stands_on_one_with_everything() -> None:
    made = pages(60, PaperWishes(fit=ONE_PAGE))
    (text,) = page_texts(print_pages(made, META))
    assert all(f"Tasknumber{n:05d}" in text for n in range(1, 61))
    assert "WBSNAMEFINISH" in text and "Criticaltask" in text and "Page1of1" in text and "2026" in text
    assert made.factor < 1
    # It is drawn as large as the page allows: rows, head, title and legend fill its height.
    sizes = made.picture.sizes
    used = 60 * sizes.row + sizes.header + 26 * made.factor + made.picture.legend_height()
    assert used == pytest.approx(made.room[1], rel=0.05)


def test_every_row_is_on_one_page_and_every_page_has_the_heads() -> None:
    texts = page_texts(print_pages(pages(200, PaperWishes(fit=ACROSS, across=1)), META))
    for n in range(1, 201):
        assert sum(f"Tasknumber{n:05d}" in text for text in texts) == 1
    for number, text in enumerate(texts, 1):
        assert "WBSNAMEFINISH" in text and "Task,withprogress" in text
        assert f"Page{number}of{len(texts)}" in text and "Classification:Client" in text
    bare = page_texts(print_pages(pages(200, PaperWishes(fit=ACROSS, heads=False, legend=False)), META))
    assert ["WBSNAMEFINISH" in text for text in bare] == [True] + [False] * (len(bare) - 1)
    assert not any("Task,withprogress" in text for text in bare)


@pytest.mark.parametrize("across", [2, 5])
def test_the_time_axis_runs_over_pages_without_a_gap(across: int) -> None:
    made = pages(30, PaperWishes(fit=ACROSS, across=across))
    texts = page_texts(print_pages(made, META))
    assert len(texts) == across
    assert all("Tasknumber00001" in text for text in texts)
    assert ["FINISH" in text for text in texts] == [True] + [False] * (across - 1)
    for sheet in range(across - 1):
        end = made.scale.scrolled(sum(made.widths[: sheet + 1]))
        assert end.start == made.scale.moment(sum(made.widths[: sheet + 1]))
    assert made.scale.start <= made.first
    assert made.scale.moment(sum(made.widths)) > made.last


def test_at_a_hundred_per_cent_a_day_is_as_long_as_on_the_screen() -> None:
    made = pages(45, PaperWishes(fit=SCALE, percent=100), Timescale(START, 96.0))  # an inch a day
    assert made.scale.x(START + dt.timedelta(days=10)) - made.scale.x(START) == pytest.approx(720)
    half = pages(45, PaperWishes(fit=SCALE, percent=50), Timescale(START, 96.0))
    assert half.scale.x(START + dt.timedelta(days=10)) - half.scale.x(START) == pytest.approx(360)
    assert half.picture.sizes.em == pytest.approx(made.picture.sizes.em / 2)
    assert made.sheets > half.sheets > 1
    # Even at the greatest zoom there is an end of paper, and nothing is cut off.
    endless = pages(45, PaperWishes(fit=SCALE, percent=400), Timescale(START, 11_000.0))
    assert endless.sheets == 20
    assert endless.scale.moment(sum(endless.widths)) >= endless.last


def test_only_the_days_that_are_wished_for() -> None:
    made = pages(20, PaperWishes(first=dt.date(2026, 6, 8), last=dt.date(2026, 6, 12)))
    assert dt.datetime(2026, 6, 5) <= made.scale.start <= dt.datetime(2026, 6, 8)
    assert made.last == dt.datetime(2026, 6, 13)
    assert made.scale.moment(sum(made.widths)) < dt.datetime(2026, 6, 16)


def test_what_is_folded_on_the_screen_is_folded_on_paper() -> None:
    plain = pages(20, PaperWishes())
    calendar = plain.picture.content.schedule.calendar()
    folds = Folds.of(calendar, WHOLE_DAYS, to_minutes(START) - 100_000, to_minutes(START) + 500_000)
    made = pages(20, PaperWishes(), Timescale(START, 18, folds))
    friday, monday = dt.datetime(2026, 6, 6), dt.datetime(2026, 6, 8)
    assert made.scale.x(monday) == made.scale.x(friday)
    assert plain.scale.x(monday) > plain.scale.x(friday)


def test_columns_shrink_the_letters_before_any_is_left_out_and_what_is_left_out_is_told() -> None:
    some = pages(10, PaperWishes(fit=ACROSS), columns=[("name", 30), ("finish", 30), ("more", 30)])
    assert some.left_out == () and some.factor < 1
    many = [("name", 30), *((f"c{n}", 20.0) for n in range(20))]
    made = pages(10, PaperWishes(fit=ACROSS), columns=many)
    assert made.left_out and made.left_out[-1] == "C19"
    kept = [column.key for column in made.picture.content.columns]
    assert kept[0] == "name" and len(kept) + len(made.left_out) == 21
    assert made.picture.table_width(0) <= 0.7 * made.room[0] + 0.01


def test_nothing_is_drawn_outside_what_may_be_printed_on() -> None:
    for wishes in (PaperWishes(), PaperWishes(fit=ACROSS, across=3), PaperWishes(paper="A3", lying=False, fit=SCALE)):
        made = pages(90, wishes)
        for page in made.pages:
            for pane in made.panes(page):
                assert pane.x >= 0 and pane.y >= 0
                assert pane.x + pane.scene.width <= made.room[0] + 0.01
                assert pane.y + pane.scene.height <= made.room[1] + MARGIN * 0.3, (wishes, page)


def test_bold_summaries_and_indents_stay_in_their_column() -> None:
    tasks = [
        Task(id=f"t{n}", number=n, name="深" * 40, parent=f"t{n - 1}" if n > 1 else None, rank=n) for n in range(1, 40)
    ]
    project = Project([ProjectProfile(id="p", number=1, name="x", start=START), *tasks])
    column = TableColumn("name", "Name", 18, "left", [task.name for task in tasks])
    base = replace(content(1), project=project, schedule=schedule(project), order=project.outline.order)
    made = PlanPages(replace(base, columns=(column,)), PaperWishes(fit=ACROSS), Timescale(START, 18), "x")
    (_, _, _, table, _) = made.picture.panes(made.scale, range(39), 0, made.room[0])
    for shape in table.scene.shapes:
        if isinstance(shape, Text):
            assert shape.x >= 0 and shape.x + shape.width <= table.scene.width


def test_the_same_content_gives_the_same_bytes_and_stopping_gives_none() -> None:
    first, second = (print_pages(pages(80, PaperWishes(fit=ACROSS)), META) for _ in range(2))
    assert first == second
    calls: list[int] = []
    with pytest.raises(Rejected) as caught:
        print_pages(
            pages(200, PaperWishes(fit=ACROSS)), META, cancelled=lambda: len(calls) == 2,
            told=lambda done, _: calls.append(done),
        )  # fmt: skip
    assert caught.value.code == "report_cancelled"
    assert calls == [0, 1]


def test_a_plan_without_tasks_is_a_page() -> None:
    assert len(page_texts(print_pages(pages(0, PaperWishes()), META))) == 1


def test_floats_are_not_for_clients() -> None:
    wanted = GanttOptions(total_float=True, label=FLOAT_TEXT, label_left="name")
    shown = options_for(wanted, "client")
    assert (shown.total_float, shown.label, shown.label_left) == (False, "", "name")
    assert options_for(wanted, "team") == wanted


@pytest.mark.parametrize("fit", [ONE_PAGE, ACROSS])
def test_names_behind_the_last_bars_end_on_the_paper(fit: str) -> None:
    made = content(30)
    made = replace(made, options=replace(made.options, label=NAME_TEXT))
    drawn = PlanPages(made, PaperWishes(fit=fit), Timescale(START, 18), "Long")
    named = 0
    for page in drawn.pages:
        for pane in drawn.panes(page):
            for shape in pane.scene.shapes:
                if isinstance(shape, Text) and shape.role == "bar_text":
                    named += 1
                    wide = text_width(shape.text, drawn.picture.sizes.em * shape.size)
                    assert shape.x + wide <= pane.scene.width
                    assert wide <= shape.width  # whole, not cut with dots
    assert named == 30


def test_names_too_long_for_any_paper_end_in_dots_before_the_edge() -> None:
    made = content(30)
    long = [task.replace(name="Name " * 60) for task in made.project.table(Task).values()]
    made = replace(made, project=Project([*made.project.table(ProjectProfile).values(), *long]))
    made = replace(made, options=replace(made.options, label=NAME_TEXT))
    drawn = PlanPages(made, PaperWishes(fit=ONE_PAGE), Timescale(START, 18), "Long")
    (page,) = drawn.pages
    panes = list(drawn.panes(page))
    ends = [
        (shape.x + shape.width, pane.scene.width) for pane in panes for shape in pane.scene.shapes
        if isinstance(shape, Text) and shape.role == "bar_text"
    ]  # fmt: skip
    assert ends and all(end <= width for end, width in ends)
