"""How fast reports are printed: ``python benchmarks/reports.py``.

- a register of 2,000 rows against a bare ReportLab table of the same texts in the same fonts, in turns,
  so that the ratio does not depend on how busy the machine is;
- a Gantt chart of 10,000 rows with its links, and of 100,000 rows (time per row should not grow);
- a client status report of about ten pages, from the project to the bytes, fonts registered before.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from benchmarks.plans import make_plan
from desktop.domain.communication import Action, Communication
from desktop.domain.people import Person
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.risks import Risk
from desktop.domain.scheduling import schedule
from desktop.reports import fonts
from desktop.reports.blocks import Report, TableBlock
from desktop.reports.kinds import build
from desktop.reports.pdf import print_report

TODAY = dt.date(2026, 6, 12)


def timed(action: Callable[[], bytes]) -> tuple[float, bytes]:
    begin = time.perf_counter()
    made = action()
    return time.perf_counter() - begin, made


def pages(pdf: bytes) -> int:
    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(pdf)).pages)


def registers(project: Project, risks: int, others: int) -> Project:
    """``project`` with a client-visible risk register, action list and communication log."""
    records: list[Record] = [*project.all(), Person(id="pm", number=1, name="陈思远")]
    for n in range(1, risks + 1):
        records.append(
            Risk(
                id=f"r{n}", number=n, event=f"第 {n} 号风险：接口未按期提供 Interface {n} is late", owner="pm",
                cause="供应商芯片短缺，交期已两次调整", effect="联调推迟两周，影响旺季 Integration slips by two weeks",
                probability=n % 5 + 1, impact_schedule=n * 3 % 5 + 1, category="supplier", strategy="mitigate",
                response="向第二家供应商租用设备；每周一确认交期 Rent from a second supplier", status="responding",
                next_review=TODAY, audience="client",
            )
        )  # fmt: skip
    for n in range(1, others + 1):
        title = f"Send document {n} 提交文件 {n}"
        records.append(Action(id=f"a{n}", number=n, title=title, owner="pm", due=TODAY, audience="client"))
        records.append(
            Communication(
                id=f"c{n}", number=n, happened_at=dt.datetime(2026, 6, 1, 9), subject=f"例会 {n} Meeting {n}",
                participants=("pm",), shared_note="确认接口测试账号；手持终端选型下周决定。" * 2, audience="client",
            )
        )  # fmt: skip
    return Project(records)


def bare_table(block: TableBlock) -> bytes:
    """The same cells as paragraphs in ReportLab's own table: the peer."""
    out = io.BytesIO()
    room, shares = landscape(A4)[0] - 80, sum(column.share for column in block.columns)
    style = ParagraphStyle("cell", fontName=fonts.REGULAR, fontSize=7.5, leading=9.9, wordWrap="CJK")
    rows = [[Paragraph(c if isinstance(c, str) else c.text, style) for c in row] for row in block.rows]
    head = [column.title for column in block.columns]
    table = Table(
        [head, *rows], colWidths=[room * column.share / shares for column in block.columns], repeatRows=1,
        style=[("FONT", (0, 0), (-1, 0), fonts.BOLD, 7), ("LINEBELOW", (0, 0), (-1, -1), 0.4, "grey")],
    )  # fmt: skip
    page = SimpleDocTemplate(
        out, pagesize=landscape(A4), initialFontName=fonts.REGULAR, leftMargin=40, rightMargin=40, topMargin=40,
        bottomMargin=40,
    )  # fmt: skip
    page.build([table])
    return out.getvalue()


def report(project: Project, kind: str) -> Report:
    return build(project, schedule(project), kind=kind, language="zh", audience="client", today=TODAY)


def compare_tables(rows: int, runs: int) -> None:
    """Pages per second of a register and of the peer, in turns."""
    made = report(registers(make_plan(10), rows, 0), "risks")
    block = next(item for item in made.blocks if isinstance(item, TableBlock))
    ours, peer = [], []
    for _ in range(runs):
        seconds, pdf = timed(lambda: print_report(made))
        ours.append(pages(pdf) / seconds)
        seconds, pdf = timed(lambda: bare_table(block))
        peer.append(pages(pdf) / seconds)
    mine, other = statistics.median(ours), statistics.median(peer)
    print(f"register, {rows} rows: {mine:6.1f} pages/s; bare ReportLab table {other:6.1f}; ratio {mine / other:.2f}")


def time_gantt(rows: int) -> None:
    project = make_plan(rows * 9 // 10)
    planned = schedule(project)
    made = build(project, planned, kind="gantt", language="zh", audience="client", today=TODAY)
    seconds, pdf = timed(lambda: print_report(made))
    count = pages(pdf)
    rate = count / seconds
    print(f"Gantt, {rows} rows: {seconds:6.2f} s, {count} pages, {rate:.0f} pages/s, {len(pdf) / 1e6:.1f} MB")


def time_status(runs: int) -> None:
    project = registers(make_plan(120), 60, 45)
    planned = schedule(project)
    found = []
    for language in ("zh", "en", "both") * runs:

        def whole(language: str = language) -> bytes:
            return print_report(
                build(project, planned, kind="status", language=language, audience="client", today=TODAY)
            )

        seconds, pdf = timed(whole)
        found.append((seconds, pages(pdf)))
    seconds = statistics.median(item[0] for item in found)
    print(f"client status report: {seconds:6.2f} s, {found[0][1]}–{found[-1][1]} pages")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--rows", type=int, nargs="*", default=[10_000, 100_000])
    options = parser.parse_args()
    for name in (fonts.REGULAR, fonts.BOLD):
        fonts.font(name)
    compare_tables(2_000, options.runs)
    for rows in options.rows:
        time_gantt(rows)
    time_status(options.runs)


if __name__ == "__main__":
    main()
