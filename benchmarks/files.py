"""How long files keep the window from answering: ``python benchmarks/files.py [SIZE…] [--only NAME…] [--why]``.

Runs the real window on a synthetic plan. A timer beats every five milliseconds; the longest time between two beats is
what somebody who moves the mouse or types would feel. Prints for each case how long it took, the longest gap by the
clock, and the longest by the processor time of this process and of the interface's thread in it: a busy machine makes
the first longer, and two processors the second. The target is 100 ms.
``--why`` says where the interface's thread, and the others, were in gaps that are longer.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import sqlite3
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ["HOME"] = tempfile.mkdtemp(prefix="pilotage-bench-")
os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = os.environ["XDG_STATE_HOME"] = os.environ["HOME"]

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

import desktop.app
from benchmarks.plans import make_plan
from desktop.app import TURN, Application
from desktop.app.warm_up import load_all
from desktop.domain.registry import RECORD_TYPES
from desktop.store import codec, ledger
from desktop.store.files import ProjectFile
from desktop.store.tables import DIGEST
from desktop.views import settings as keys
from desktop.views.main_window import MainWindow
from desktop.views.settings import Settings

BEAT = 5
"""Milliseconds."""
TARGET = 100
QUIET = 0.4
"""Seconds that are still measured when a case is over: what it left to be done."""


class Heart:
    """Beats in the interface's thread and keeps the longest gaps."""

    def __init__(self, why: bool) -> None:
        self.wall = self.spent = self.own = 0.0
        self.where: Counter[str] = Counter()
        self._last = self._now()
        self._timer = QTimer()
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)
        self._main = threading.get_ident()
        self._why, self._on = why, False

    @staticmethod
    def _now() -> tuple[float, float, float]:
        return time.perf_counter(), time.process_time(), time.thread_time()

    def _beat(self) -> None:
        now = self._now()
        self.wall = max(self.wall, now[0] - self._last[0])
        self.spent = max(self.spent, now[1] - self._last[1])
        self.own = max(self.own, now[2] - self._last[2])
        self._last = now

    @contextmanager
    def beating(self) -> Iterator[None]:
        self.wall = self.spent = self.own = 0.0
        self.where.clear()
        self._last, self._on = self._now(), True
        self._timer.start()
        if self._why:
            threading.Thread(target=self._look, daemon=True).start()
        try:
            yield
        finally:
            self._beat()
            self._timer.stop()
            self._on = False

    def _look(self) -> None:
        """Note where everybody is, whenever the next beat is overdue."""
        me = threading.get_ident()
        while self._on:
            time.sleep(0.01)
            if (time.perf_counter() - self._last[0]) * 1000 < TARGET / 2:
                continue
            for thread, frame in sys._current_frames().items():
                if thread != me:
                    lines = traceback.extract_stack(frame)[-5:]
                    places = [f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in lines]
                    self.where[("ui  " if thread == self._main else "else ") + " > ".join(places)] += 1


class Bench:
    def __init__(self, why: bool) -> None:
        self.app = QApplication.instance() or QApplication([keys.APPLICATION])
        sys.setswitchinterval(TURN)
        self.folder = Path(tempfile.mkdtemp(prefix="pilotage-bench-"))
        desktop.app.data_folder = lambda: self.folder / "data"  # type: ignore[assignment]
        self.program = Application(self.app, Settings(self.folder / "settings.json"))  # type: ignore[arg-type]
        self.program.settings.keep_all({keys.LANGUAGE: "en", keys.THEME: "light"})
        self.program.dress()
        self.window = self.program.new_window()
        self.window.resize(1600, 900)
        self.heart, self.why = Heart(why), why
        load_all()  # what the program does while somebody looks at the start page
        self.settle(0.5)

    # -- driving --------------------------------------------------------------------------------

    def settle(self, seconds: float = 0.1) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.app.processEvents()
            time.sleep(0.002)

    def until(self, condition: Callable[[], object], seconds: float = 180) -> None:
        end = time.perf_counter() + seconds
        while not condition():
            self.app.processEvents()
            time.sleep(0.001)
            if time.perf_counter() > end:
                raise SystemExit("it never came to its end")

    def measure(self, name: str, act: Callable[[], object], done: Callable[[], object]) -> None:
        gc.collect()
        self.settle(0.2)
        with self.heart.beating():
            began = time.perf_counter()
            act()
            self.until(done)
            took = time.perf_counter() - began
            self.settle(QUIET)
        wall, spent, own = self.heart.wall * 1000, self.heart.spent * 1000, self.heart.own * 1000
        mark = "  " if min(wall, spent) <= TARGET else " !"
        print(f"  {name:<42}{took:8.2f} s {wall:8.0f} ms {spent:8.0f} ms {own:8.0f} ms{mark}", flush=True)
        if self.why and min(wall, spent) > TARGET:
            for place, count in self.heart.where.most_common(12):
                print(f"      {count:4} {place}")

    def reset(self) -> None:
        """An empty window."""
        self.close_dialogs()
        for other in [each for each in self.program.windows if each is not self.window]:
            other.close()
        if self.window.document is not None:
            self.window.close_project()
        self.settle()

    def close_dialogs(self) -> None:
        for window in self.program.windows:
            for dialog in window.findChildren(QDialog):
                dialog.close()
        self.settle()

    def shows(self, path: Path) -> bool:
        found = self.shown(path)
        return found is not None and found.view is not None and found.view.page is not None

    def shown(self, path: Path) -> MainWindow | None:
        for window in self.program.windows:
            if window.document is not None and window.document.path.name == path.name:
                return window
        return None

    def dialog(self, kind: type[QDialog]) -> QDialog | None:
        return next((each for each in self.app.topLevelWidgets() if isinstance(each, kind) and each.isVisible()), None)

    def answer_file(self, path: Path) -> None:
        """Answer the dialog that asks where something goes."""
        dialog = self.dialog(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        dialog.fileSelected.emit(str(path))
        dialog.close()
        self.app.processEvents()

    def idle(self) -> bool:
        return not self.window.files.errands._jobs and not self.window.waiting.is_on


class Cases:
    """What is measured with one plan; each method is a case, in the order in which they are written."""

    def __init__(self, bench: Bench, size: int) -> None:
        self.bench, self.size = bench, size
        self.folder = bench.folder / str(size)
        self.folder.mkdir(exist_ok=True)
        self.project = make_plan(size)
        self.plan = self.folder / "plan.pilotage"
        ProjectFile.create(self.plan, self.project, replace=True).close()

    def open_again(self) -> None:
        bench = self.bench
        bench.reset()
        bench.window.open_file(self.plan)
        bench.until(lambda: bench.shows(self.plan) and bench.idle())
        bench.settle(1.0)

    def opening(self) -> None:
        bench = self.bench
        bench.reset()
        bench.measure("open", lambda: bench.window.open_file(self.plan), lambda: bench.shows(self.plan))
        bench.measure("close", bench.window.close_project, lambda: bench.window.document is None)

    def recovering(self) -> None:
        """A file whose last edit was cut off: its journal lies beside it."""
        bench, path = self.bench, self.folder / "killed.pilotage"
        bench.reset()
        broken_off(self.plan, path)
        bench.measure("open after a crash", lambda: bench.window.open_file(path), lambda: bench.shows(path))

    def migrating(self) -> None:
        bench, path = self.bench, self.folder / "old.pilotage"
        bench.reset()
        make_older(self.plan, path)
        bench.measure("open an older format", lambda: bench.window.open_file(path), lambda: bench.shows(path))

    def plan_of_project(self) -> None:
        from desktop.domain.scheduling import schedule
        from desktop.exchange.mspdi import write_mspdi

        source = self.folder / "plan.xml"
        if not source.exists():
            import datetime as dt

            write_mspdi(self.project, schedule(self.project), source, dt.datetime(2026, 1, 5, 8))
        print(f"  plan.xml: {source.stat().st_size / 1e6:.0f} MB")
        self._foreign("Microsoft Project", source)

    def _foreign(self, name: str, source: Path) -> None:
        bench, target = self.bench, self.folder / f"{source.suffix[1:]}.pilotage"
        bench.reset()
        bench.measure(f"read {name}", lambda: bench.window.open_file(source), lambda: bench.dialog(QFileDialog))
        bench.measure(f"put {name} into a project", lambda: bench.answer_file(target), lambda: bench.shows(target))
        bench.close_dialogs()

    def gantt_project(self) -> None:
        source = self.folder / "plan.gan"
        write_gan(self.size, source)
        self._foreign("GanttProject", source)

    def primavera(self) -> None:
        source = self.folder / "plan.xer"
        write_xer(self.size, source)
        self._foreign("Primavera", source)

    def tables(self) -> None:
        from desktop.views.table_import import TableDialog

        bench = self.bench
        for suffix in ("csv", "xlsx"):
            source = self.folder / f"table.{suffix}"
            write_table(self.size, source)
            self.open_again()
            bench.measure(f"look into {suffix}", lambda: bench.window.open_file(source),  # noqa: B023
                          lambda: bench.dialog(TableDialog))  # fmt: skip
            dialog = bench.dialog(TableDialog)
            assert isinstance(dialog, TableDialog)
            bench.until(lambda: dialog.seen and dialog.seen.whole)  # noqa: B023
            dialog.kind.setCurrentIndex(dialog.kind.findData("task"))
            bench.measure(f"as rows of the plan ({suffix})", lambda: dialog.kind.activated.emit(0),  # noqa: B023
                          lambda: dialog.seen and dialog.seen.whole and dialog.go_on.isEnabled())  # noqa: B023  # fmt: skip
            count = len(self.bench.window.workspace.project.rows("task"))  # type: ignore[union-attr]
            bench.measure(f"import {suffix} into the open plan", dialog.accept,
                          lambda: len(bench.window.workspace.project.rows("task")) > count and bench.idle())  # noqa: B023  # fmt: skip
            bench.close_dialogs()
        bench.reset()
        ProjectFile.create(self.plan, self.project, replace=True).close()

    def copying(self) -> None:
        bench = self.bench
        self.open_again()
        target = self.folder / "copy.pilotage"
        act = lambda: bench.window.files.exporting._save_copy(str(target))  # noqa: E731
        bench.measure("save a copy", act, lambda: target.exists() and bench.idle())
        bench.measure("make a restore point", bench.window.commands.make_restore_point, bench.idle)
        document = bench.window.document
        assert document is not None
        kept = document.kept()[0]
        bench.measure("restore", lambda: bench.window.files._restore((self.plan, kept)),
                      lambda: bench.shows(self.plan) and bench.idle())  # fmt: skip

    def exporting(self) -> None:
        from desktop.views.account import AccountDialog
        from desktop.views.export import Export

        bench = self.bench
        self.open_again()
        for audience, suffixes in (("team", ("xml", "xlsx", "csv", "ics")), ("client", ("xml", "xlsx"))):
            for suffix in suffixes:
                target = self.folder / f"{audience} out.{suffix}"
                act = lambda: bench.window.files.exporting.export(Export(suffix, audience, "task"), str(target))  # noqa: B023, E731
                bench.measure(f"export {suffix} for the {audience}", act, lambda: target.exists() and bench.idle())  # noqa: B023
                bench.close_dialogs()
        assert bench.dialog(AccountDialog) is None

    def paper(self) -> None:
        from desktop.views.pictures import PictureAsking
        from desktop.views.plan import PlanPage
        from desktop.views.plan.paper_dialog import PaperDialog

        bench = self.bench
        self.open_again()
        bench.window.go_to("plan")
        bench.settle(0.5)
        view = bench.window.view
        page = view.page if view else None
        assert isinstance(page, PlanPage)
        bench.measure("show the plan on paper", page.paper_actions.show_pages,
                      lambda: (found := bench.dialog(PaperDialog)) and found._printed)  # type: ignore[union-attr]  # fmt: skip
        dialog = bench.dialog(PaperDialog)
        target = self.folder / "plan.pdf"
        bench.measure("save it as PDF", lambda: dialog.save(target), target.exists)  # type: ignore[union-attr]
        bench.close_dialogs()
        for suffix in ("png", "svg", "pdf"):
            page.paper_actions.ask_for_picture("team")
            asking = bench.dialog(PictureAsking)
            assert isinstance(asking, PictureAsking)
            picture = self.folder / f"picture.{suffix}"
            act = lambda: asking.save(picture)  # noqa: B023, E731
            bench.measure(f"a picture as {suffix}", act, lambda: picture.exists() or not asking.busy.isVisible())  # noqa: B023
            bench.close_dialogs()


def broken_off(source: Path, target: Path) -> None:
    """A copy of ``source`` as it lies after a process was killed in the middle of a large edit."""
    shutil.copyfile(source, target)
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA cache_size=10")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE task SET name = name || '!'")
    connection.execute("PRAGMA cache_spill")
    left = [(each, each.read_bytes()) for each in (target, Path(f"{target}-journal"))]
    connection.close()
    for path, content in left:
        path.write_bytes(content)


def make_older(source: Path, target: Path) -> None:
    """What ``source`` holds in the oldest format: without the columns that came since."""
    sample = Path(__file__).resolve().parents[1] / "tests" / "store" / "data" / "v1.pilotage"
    shutil.copyfile(sample, target)
    accounts = [ledger.Account("history", 1)]
    with ProjectFile.open(source, read_only=True) as file, sqlite3.connect(target) as connection:
        connection.execute("DELETE FROM history")
        for key, kind in RECORD_TYPES.items():
            known = sorted(row[1] for row in connection.execute(f'PRAGMA table_info("{key}")'))
            if not known:
                continue
            known.remove(DIGEST)
            shape = codec.shape(kind)
            account = ledger.Account(key, file.project.numbering[key])
            connection.execute(f'DELETE FROM "{key}"')
            rows = [dict(zip(shape.names, shape.write(item), strict=True)) for item in file.project.rows(key).values()]
            made = [ledger.sealed(key, {name: row[name] for name in known}) for row in rows]
            names = ", ".join(f'"{name}"' for name in (*known, DIGEST))
            marks = ", ".join(f":{name}" for name in (*known, DIGEST))
            connection.executemany(f'INSERT INTO "{key}" ({names}) VALUES ({marks})', made)
            digests = [found for row in made if isinstance(found := row[DIGEST], int)]
            accounts.append(ledger.counted(account, digests, len(made)))
        for account in accounts:
            connection.execute(
                "UPDATE ledger SET next_number = :next_number, row_count = :row_count, content = :content, "
                f"{DIGEST} = :{DIGEST} WHERE key = :key",
                account.row(),
            )
    connection.close()


def write_gan(size: int, target: Path) -> None:
    rows = []
    for number in range(1, size + 1):
        link = f'<depend id="{number + 1}" type="2" difference="0" hardness="Strong"/>' if number % 60 else ""
        rows.append(
            f'<task id="{number}" name="Activity {number}" meeting="false" start="2026-01-{number % 28 + 1:02}" '
            f'duration="{number % 9 + 1}" complete="0" expand="true">{link}</task>'
        )
    target.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><project name="G" company="" webLink="" view-date="2026-01-01" '
        'view-index="0" gantt-divider-location="300" resource-divider-location="300" version="3.2.3240" locale="en">'
        '<calendars base-id="none"><day-types><day-type id="0"/><day-type id="1"/>'
        '<default-week id="1" name="default" sun="1" mon="0" tue="0" wed="0" thu="0" fri="0" sat="1"/></day-types>'
        f'</calendars><tasks empty-milestones="true">{"".join(rows)}</tasks><resources/><allocations/></project>',
        encoding="utf-8",
    )


def write_xer(size: int, target: Path) -> None:
    def table(name: str, fields: str, rows: list[str]) -> list[str]:
        return [f"%T\t{name}", "%F\t" + fields.replace(" ", "\t"), *("%R\t" + row for row in rows)]

    lines = ["ERMHDR\t19.12\t2026-01-05\tProject\tadmin\tadmin\tdbxDatabaseNoName\tProject Management\tUSD"]
    fields = "clndr_id default_flag clndr_name proj_id base_clndr_id clndr_type day_hr_cnt clndr_data"
    lines += table("CALENDAR", fields, ["1\tY\tStandard\t\t\tCA_Base\t8\t"])
    lines += table("PROJECT", "proj_id proj_short_name plan_start_date clndr_id", ["1\tP\t2026-01-05 08:00\t1"])
    groups = size // 10
    lines += table("PROJWBS", "wbs_id proj_id seq_num proj_node_flag wbs_short_name wbs_name parent_wbs_id",
                   ["1\t1\t0\tY\tP\tPlan\t",
                    *(f"{n + 2}\t1\t{n}\tN\tW{n}\tPhase {n}\t1" for n in range(groups))])  # fmt: skip
    lines += table(
        "TASK",
        "task_id proj_id wbs_id clndr_id task_code task_name task_type duration_type status_code target_drtn_hr_cnt "
        "remain_drtn_hr_cnt target_start_date target_end_date early_start_date early_end_date",
        [
            f"{n}\t1\t{n % groups + 2}\t1\tA{n}\tActivity {n}\tTT_Task\tDT_FixedDrtn\tTK_NotStart\t40\t40\t"
            "2026-01-05 08:00\t2026-01-09 16:00\t2026-01-05 08:00\t2026-01-09 16:00"
            for n in range(1, size + 1)
        ],
    )
    links = [f"{n}\t{n + 1}\t{n}\t1\t1\tPR_FS\t0" for n in range(1, size) if n % 60]
    lines += table("TASKPRED", "task_pred_id task_id pred_task_id proj_id pred_proj_id pred_type lag_hr_cnt", links)
    target.write_text("\n".join([*lines, "%E", ""]), encoding="utf-8")


def write_table(size: int, target: Path) -> None:
    headings = ("Task name", "Duration", "Start", "Predecessors", "Notes")
    rows = [
        (f"Row {n}", "3d", f"2026-03-{n % 28 + 1:02}", str(n - 1) if n % 60 else "", f"note {n}")
        for n in range(1, size + 1)
    ]
    if target.suffix == ".csv":
        lines = (",".join(row) for row in (headings, *rows))
        target.write_text("\n".join(lines), encoding="utf-8")
        return
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Plan")
    for row in (headings, *rows):
        sheet.append(row)
    book.save(target)


CASES = ("opening", "recovering", "migrating", "plan_of_project", "gantt_project", "primavera", "tables", "copying",
         "exporting", "paper")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000])
    parser.add_argument("--only", nargs="*", choices=CASES, default=CASES)
    parser.add_argument("--why", action="store_true")
    chosen = parser.parse_args()
    bench = Bench(chosen.why)
    for size in chosen.sizes:
        print(f"{f'{size:,} activities':<42}{'took':>10} {'gap':>11} {'process':>11} {'interface':>11}")
        cases = Cases(bench, size)
        for name in chosen.only:
            getattr(cases, name)()
    bench.reset()
    shutil.rmtree(bench.folder, ignore_errors=True)
    shutil.rmtree(os.environ["HOME"], ignore_errors=True)
    os._exit(0)


if __name__ == "__main__":
    main()
