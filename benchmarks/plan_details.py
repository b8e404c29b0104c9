"""How fast the side panel of the plan follows the selection: ``python benchmarks/plan_details.py [SIZE…]``.

Moves the current row of the real page on a synthetic plan, once without the panel and once with each of its sections
in front, and prints milliseconds from the move to painted pixels (median and 95th percentile), and the median of what
the panel alone takes before it is painted. Then selects every task at once. Needs no screen.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from benchmarks.plan_view import CLOCK, Bench, percentiles
from desktop.i18n import RESOURCES
from desktop.views.theme import LIGHT_THEME, apply_theme

MOVES = 60


def moves(bench: Bench, count: int) -> Iterator[float]:
    """Seconds from one row to the next, as the Down key would go."""
    row = bench.page.grid.currentIndex().row()
    for number in range(count):
        begin = CLOCK.now()
        bench.page.grid.select_id(bench.page.model.ids[row + 1 + number])
        bench.settle()
        yield CLOCK.now() - begin


def follows(bench: Bench, count: int) -> Iterator[float]:
    """Seconds that the panel alone takes to show another task, painting not included."""
    ids = bench.page.model.ids
    for number in range(count):
        begin = CLOCK.now()
        bench.page.panel.show_tasks((ids[len(ids) // 2 + 1 + number],))
        yield CLOCK.now() - begin
        bench.settle()


def measure(app: QApplication, size: int) -> None:
    bench = Bench(app, size)
    page = bench.page
    print(f"\n{len(bench.workspace.project.rows('task'))} rows{'':20} {'p50':>8} {'p95':>8} {'panel':>8}   target 30")
    bench.look(0.5)
    page.grid.select_id(page.model.ids[len(page.model.ids) // 2])
    alone, high = percentiles(list(moves(bench, MOVES)))
    print(f"  {'without the panel':24} {alone:8.1f} {high:8.1f}")
    page.plan_actions.details.setChecked(True)
    page.door.toggle()
    for key in page.panel.sections():
        page.panel.show_tab(key)
        page.grid.select_id(page.model.ids[len(page.model.ids) // 2])
        bench.settle()
        middle, high = percentiles(list(moves(bench, MOVES)))
        panel, _ = percentiles(list(follows(bench, MOVES)))
        print(f"  {key:24} {middle:8.1f} {high:8.1f} {panel:8.1f}", flush=True)
    page.panel.show_tab("general")
    begin = CLOCK.now()
    page.grid.selectAll()
    bench.settle()
    print(f"  {'every task selected':24} {(CLOCK.now() - begin) * 1000:8.1f}")
    page.close()
    page.deleteLater()
    bench.settle()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000])
    options = parser.parse_args()
    app = QApplication([])
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"NotoSansSC-{weight}.ttf"))
    app.setFont(QFont("Noto Sans SC", 10))
    apply_theme(app, LIGHT_THEME)
    for size in options.sizes:
        measure(app, size)


if __name__ == "__main__":
    main()
