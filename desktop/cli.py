"""Commands that need no window: schedule, convert, report, check, and the self-test.

Errors are one line on standard error, in the language of the caller, with exit code 2 and without a
traceback; nothing is left half-written. Everything heavy is imported by the command that needs it.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import gc
import locale
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from desktop import __version__
from desktop.domain.rejection import Rejected, explain, sentences
from desktop.i18n import CHINESE, ENGLISH, N_, RESOURCES, set_language, tr, words

if TYPE_CHECKING:
    from desktop.domain.imports import Finding
    from desktop.domain.project import Project
    from desktop.domain.scheduling import Schedule
    from desktop.store.files import ProjectFile

PROJECT, MSPDI = ".pilotage", ".xml"
FORMATS = {PROJECT: N_("Pilotage project"), MSPDI: N_("Microsoft Project XML")}
DONE, SOMETHING_WRONG, REFUSED, INTERRUPTED = 0, 1, 2, 130

sentences(
    command_line=N_(
        "“{text}” is not a command that Pilotage knows. Nothing was done; “pilotage --help” lists them all."
    ),
    format_unknown=N_("“{name}” is of a kind that cannot be used here. Nothing was done; supported are {known}."),
    format_same=N_("“{name}” is of the same kind already. Nothing was written; copy the file instead."),
    target_exists=N_("There is already a file named “{name}”. Nothing was written; add --overwrite to replace it."),
    no_sample=N_("The sample project is missing from this installation. Nothing was done; install Pilotage again."),
    self_test_failed=N_("The self-test failed: {what}. Install Pilotage again."),
)

HELP = N_(
    "pilotage [FILE]                              open the window; --sample opens the sample project,\n"
    "                                             --safe-mode forgets the layout of the window\n"
    "pilotage schedule FILE [--json]              computed dates, floats and critical tasks\n"
    "pilotage convert IN OUT [--overwrite]        between a Pilotage project and Microsoft Project XML\n"
    "pilotage report FILE [--kind status] [--language zh|en|both] [--audience client|team] -o OUT.pdf\n"
    "pilotage check FILE                          is the file sound, is the plan; exit code 1 if not\n"
    "pilotage --self-test                         opens the sample, schedules it and prints a report\n"
    "pilotage --version\n"
    "\n"
    "FILE is a Pilotage project (.pilotage) or a plan saved by Microsoft Project as XML (.xml).\n"
    "--language zh|en behind any command chooses the language of its messages."
)


def main(arguments: Sequence[str]) -> int:
    """Carry out one command; returns the exit code."""
    # A command lives for a second or two: looking for circles among a million new objects costs more than they do.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):  # a stream that is not a file of our own
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    set_language(_language(arguments))
    try:
        return _run(arguments)
    except Rejected as rejected:
        return _refuse(explain(rejected, words()))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has had enough; Python would complain once more on leaving.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        return DONE
    except Exception:
        return _refuse(explain(Rejected("unexpected"), words()))


def _refuse(sentence: str) -> int:
    print("pilotage: " + " ".join(sentence.split()), file=sys.stderr)
    return REFUSED


def _language(arguments: Sequence[str]) -> str:
    """The language asked for, or that of the environment."""
    chosen = ""
    for option, value in zip(arguments, [*arguments[1:], ""], strict=False):
        if option == "--language":
            chosen = value
        elif option.startswith("--language="):
            chosen = option.partition("=")[2]
    if chosen in ("zh", CHINESE, "en"):
        return ENGLISH if chosen == "en" else CHINESE
    spoken = next(filter(None, map(os.environ.get, ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))), None)
    spoken = spoken or locale.getlocale()[0] or ""
    return CHINESE if spoken.lower().startswith(("zh", "chinese")) else ENGLISH


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Rejected("command_line", text=" ".join(sys.argv[1:])[:200]) from None


def _run(arguments: Sequence[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help"):
        print(tr(HELP))
        return DONE
    if arguments[0] == "--version":
        print(f"Pilotage 领航 {__version__}")
        return DONE
    if arguments[0] == "--self-test":
        return self_test()
    try:
        chosen = _parser().parse_args(arguments)
    except Rejected:
        raise Rejected("command_line", text=" ".join(arguments)[:200]) from None
    if chosen.help:
        print(tr(HELP))
        return DONE
    return int(chosen.run(chosen))


def _parser() -> argparse.ArgumentParser:
    common = _Parser(add_help=False)
    common.add_argument("--language", default="")
    common.add_argument("-h", "--help", action="store_true")
    parser = _Parser(prog="pilotage", add_help=False, allow_abbrev=False)
    commands = parser.add_subparsers(required=True, parser_class=_Parser)

    def command(name: str, run: object) -> argparse.ArgumentParser:
        made = commands.add_parser(name, parents=[common], add_help=False, allow_abbrev=False)
        made.set_defaults(run=run)
        return made

    made = command("schedule", _schedule)
    made.add_argument("file", type=Path)
    made.add_argument("--json", action="store_true")
    made = command("convert", _convert)
    made.add_argument("source", type=Path)
    made.add_argument("target", type=Path)
    made.add_argument("--overwrite", action="store_true")
    made = command("report", _report)
    made.add_argument("file", type=Path)
    made.add_argument("--kind", default="status")
    made.add_argument("--audience", default="client")
    made.add_argument("-o", "--output", type=Path, required=True)
    made = command("check", _check)
    made.add_argument("file", type=Path)
    return parser


@dataclass(frozen=True, slots=True)
class Opened:
    """What a command works on."""

    project: Project
    schedule: Schedule
    findings: tuple[Finding, ...] = ()
    """What reading a foreign file said."""
    file: ProjectFile | None = None


@contextlib.contextmanager
def _open(path: Path) -> Iterator[Opened]:
    """The project in ``path``, for reading; the kind of file shows in its suffix."""
    kind = _kind(path)
    from desktop.domain.scheduling import schedule

    if kind == MSPDI:
        from desktop.exchange.mspdi import read_mspdi

        plan = read_mspdi(path)
        project = plan.project()
        yield Opened(project, schedule(project), plan.findings)
        return
    from desktop.store.files import ProjectFile

    with ProjectFile.open(path, read_only=True) as file:
        yield Opened(file.project, schedule(file.project), file=file)


def _kind(path: Path) -> str:
    kind = path.suffix.lower()
    if kind not in FORMATS:
        known = tr(", ", "list").join(f"{suffix} ({tr(name)})" for suffix, name in FORMATS.items())
        raise Rejected("format_unknown", name=path.name, known=known)
    return kind


def _schedule(chosen: argparse.Namespace) -> int:
    with _open(chosen.file) as opened:
        if chosen.json:
            import json

            from desktop.exchange.schedule_json import schedule_document

            document = schedule_document(opened.project, opened.schedule, words(), opened.findings)
            json.dump(document, sys.stdout, ensure_ascii=False, indent=None, separators=(",", ":"))
            print()
        else:
            for line in _dates(opened):
                print("\t".join(line))
    sys.stdout.flush()
    return DONE


def _dates(opened: Opened) -> Iterator[list[str]]:
    """Dates as a table for people and spreadsheets: one task a line, tabs between."""
    from desktop.domain.display import moment_text
    from desktop.domain.durations import duration_text
    from desktop.domain.plan import Task

    project, outline = opened.project, opened.project.outline
    yield [tr(title) for title in (N_("WBS"), N_("Task name"), N_("Start"), N_("Finish"), N_("Total float"))] + [
        tr("Critical", "task")
    ]
    for row, identity in enumerate(outline.order):
        dates = opened.schedule.of(identity)
        name = "  " * outline.depth[row] + project.get(Task, identity).name
        total = duration_text(dates.total_float, "d", project.profile, words())
        times = [moment_text(dates.start), moment_text(dates.finish)]
        yield [outline.wbs[row], name, *times, total, "×" if dates.critical else ""]


def _convert(chosen: argparse.Namespace) -> int:
    source, target = chosen.source, chosen.target
    if _kind(source) == _kind(target):
        raise Rejected("format_same", name=source.name)
    if target.exists() and not chosen.overwrite:
        raise Rejected("target_exists", name=target.name)
    with _open(source) as opened:
        findings = opened.findings
        if _kind(target) == PROJECT:
            from desktop.store.files import ProjectFile

            ProjectFile.create(target, opened.project, replace=chosen.overwrite).close()
        else:
            from desktop.exchange.mspdi import write_mspdi

            findings += write_mspdi(opened.project, opened.schedule, target)
    for finding in findings:
        print(_line(finding))
    return DONE


def _line(finding: Finding) -> str:
    from desktop.domain.imports import FINDING_KINDS

    text = f"{tr(FINDING_KINDS[finding.kind])}: {finding.text(words())}"
    shown = ", ".join(finding.items[:5]) + (" …" if len(finding.items) > 5 else "")
    return f"{text} ({shown})" if shown else text


def _report(chosen: argparse.Namespace) -> int:
    with _open(chosen.file) as opened:
        from desktop.reports.kinds import write_report

        write_report(
            opened.project,
            opened.schedule,
            kind=chosen.kind,
            language=chosen.language or ("zh" if words().is_chinese else "en"),
            audience=chosen.audience,
            path=chosen.output,
            today=dt.date.today(),
        )
    return DONE


def _check(chosen: argparse.Namespace) -> int:
    try:
        with _open(chosen.file) as opened:
            found = list(_problems(opened))
    except Rejected as rejected:
        if not chosen.file.is_file() or rejected.code == "format_unknown":
            raise
        _refuse(explain(rejected, words()))
        return SOMETHING_WRONG
    for line in found:
        print(line)
    if not found:
        print(tr("Nothing wrong was found."))
    return SOMETHING_WRONG if found else DONE


def _problems(opened: Opened) -> Iterator[str]:
    """What is wrong with the file, with what it says, and with the plan in it."""
    from desktop.domain.imports import APPROXIMATED, NOT_READ
    from desktop.domain.recorded import compare_recorded
    from desktop.domain.scheduling.findings import describe

    if opened.file is not None:
        yield from (explain(warning, words()) for warning in opened.file.warnings if warning.code != "file_protected")
        for damage in opened.file.verify():
            yield tr("Damaged: {what}", what="/".join(filter(None, (damage.key, damage.id))) or opened.file.path.name)
    yield from (_line(finding) for finding in opened.findings if finding.kind in (NOT_READ, APPROXIMATED))
    yield from (describe(warning, opened.project, words()) for warning in opened.schedule.warnings)
    different = compare_recorded(opened.project, opened.schedule)
    if different:
        yield tr("Tasks whose dates differ from those that the imported file recorded: {n}", n=len(different))


def self_test() -> int:
    """Open a copy of the sample, schedule it, print a report in both languages, write and read a plan."""
    import shutil
    import tempfile

    from desktop.domain.plan import Task
    from desktop.exchange.mspdi import read_mspdi, write_mspdi
    from desktop.reports.kinds import write_report

    samples = sorted((RESOURCES / "samples").glob(f"*{PROJECT}"))
    if not samples:
        raise Rejected("no_sample")
    with tempfile.TemporaryDirectory(prefix="pilotage-self-test-") as folder:
        copy = Path(folder, samples[0].name)
        shutil.copyfile(samples[0], copy)
        with _open(copy) as opened:
            pdf, plan = Path(folder, "report.pdf"), Path(folder, "plan.xml")
            write_report(
                opened.project, opened.schedule, kind="status", language="both", audience="client", path=pdf,
                today=dt.date.today(),
            )  # fmt: skip
            write_mspdi(opened.project, opened.schedule, plan)
            tasks = len(opened.project.table(Task))
            damaged = opened.file is not None and bool(opened.file.verify())
        again = len(read_mspdi(plan).project().table(Task))
        if damaged or not tasks or again != tasks or not pdf.read_bytes().startswith(b"%PDF-"):
            raise Rejected("self_test_failed", what=f"{tasks} {again} {damaged}")
        size = pdf.stat().st_size >> 10
        print(tr("Self-test passed: {n} tasks scheduled, a report of {size} KB printed.", n=tasks, size=size))
    return DONE
