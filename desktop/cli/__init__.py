"""Commands that need no window: schedule, convert, report, check, and the self-test.

Errors are one line on standard error, in the language of the caller, with exit code 2 and without a
traceback; nothing is left half-written. Everything heavy is imported by the command that needs it.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import locale
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from desktop import __version__
from desktop.domain.rejection import Rejected, explain, sentences
from desktop.i18n import CHINESE, ENGLISH, N_, set_language, tr, words

DONE, REFUSED, INTERRUPTED = 0, 2, 130

sentences(
    command_line=N_(
        "“{text}” is not a command that Pilotage knows. Nothing was done; “pilotage --help” lists them all."
    ),
    message_language=N_("“{value}” is not a language of messages. Nothing was done; the languages are: zh, en."),
    command_options=N_(
        "“{text}” lacks something, or has an option that this command does not know. Nothing was done; it is used "
        "like this: {usage}; “pilotage --help” says more."
    ),
)

HELP = N_(
    "pilotage [FILE]                              open the window; --sample opens the sample project,\n"
    "                                             --safe-mode resets how windows and pages look\n"
    "pilotage schedule FILE [--json]              computed dates, floats and critical tasks\n"
    "pilotage convert IN OUT [--audience client|team] [--overwrite]\n"
    "                                             between a Pilotage project and Microsoft Project XML;\n"
    "                                             OUT may also be .xlsx, .csv or .ics\n"
    "pilotage report FILE [--kind status] [--language zh|en|both] [--audience client|team] -o OUT.pdf\n"
    "pilotage check FILE [--profile dcma|consulting]\n"
    "                                             is the file sound, is the plan; exit code 1 if not\n"
    "pilotage paths FILE --to WBS|UID [--json]\n"
    "                                             the chains of tasks that lead to a task, by what they can slip\n"
    "pilotage level FILE [--within-float] [--seconds N] [--json]\n"
    "                                             what would have to wait so that nobody is needed twice at once\n"
    "pilotage overloads FILE [--json]             who is needed more than they are there, when and for what\n"
    "pilotage histogram FILE [--by day|week|month] [--json]\n"
    "                                             work of every person and all equipment against what is there\n"
    "pilotage variance FILE [--baseline NAME] [--against NAME] [--json]\n"
    "                                             what changed since a baseline, or from one to another\n"
    "pilotage earned-value FILE [--baseline NAME] [--status DATE] [--period day|week|month] [--json]\n"
    "                                             earned value, its indices and S-curve\n"
    "pilotage --self-test                         opens the sample, schedules it and prints a report\n"
    "pilotage --version\n"
    "\n"
    "FILE is a Pilotage project (.pilotage), a plan of Microsoft Project (.xml), Primavera P6 (.xer) or\n"
    "GanttProject (.gan), or a table of tasks (.xlsx, .csv).\n"
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
        return refuse(rejected)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has had enough; Python would complain once more on leaving.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        return DONE
    except Exception:
        return refuse(Rejected("unexpected"))


def refuse(rejected: Rejected) -> int:
    """Say why in one line on standard error; returns the exit code."""
    print("pilotage: " + " ".join(explain(rejected, words()).split()), file=sys.stderr)
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
    if not arguments or {"-h", "--help"}.intersection(arguments):
        print(_help_of(arguments[0] if arguments else ""))
        return DONE
    if arguments[0] == "--version":
        print(f"Pilotage 领航 {__version__}")
        return DONE
    if arguments[0] == "--self-test":
        from desktop.cli.self_test import self_test

        return self_test()
    try:
        chosen = _parser().parse_args(arguments)
    except Rejected:
        text, lines = " ".join(arguments)[:200], _lines_of(arguments[0])
        if not lines:
            raise Rejected("command_line", text=text) from None
        raise Rejected("command_options", text=text, usage=lines[0].partition("  ")[0]) from None
    # That of a report is its own affair: it may be written in both.
    if arguments[0] != "report" and chosen.language not in ("", "zh", "en", CHINESE):
        raise Rejected("message_language", value=chosen.language[:40])
    return int(chosen.run(chosen))


def _lines_of(command: str) -> list[str]:
    """The lines of the help that are about ``command``; none when there is no such command."""
    found: list[str] = []
    for line in tr(HELP).splitlines():
        if line.startswith(f"pilotage {command} "):
            found = [line]
        elif found and line.startswith(" "):
            found.append(line)
        elif found:
            break
    return found


def _help_of(command: str) -> str:
    """What is said about one command, or about all."""
    return "\n".join(_lines_of(command)) or tr(HELP)


def _parser() -> argparse.ArgumentParser:
    from desktop.cli import checks, commands, control, levelling, paths

    common = _Parser(add_help=False)
    common.add_argument("--language", default="")
    parser = _Parser(prog="pilotage", add_help=False, allow_abbrev=False)
    names = parser.add_subparsers(required=True, parser_class=_Parser)

    def command(name: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        made = names.add_parser(name, parents=[common], add_help=False, allow_abbrev=False)
        made.set_defaults(run=run)
        return made

    made = command("schedule", commands.schedule)
    made.add_argument("file", type=Path)
    made.add_argument("--json", action="store_true")
    made = command("convert", commands.convert)
    made.add_argument("source", type=Path)
    made.add_argument("target", type=Path)
    made.add_argument("--overwrite", action="store_true")
    made.add_argument("--audience", default="team")
    made = command("report", commands.report)
    made.add_argument("file", type=Path)
    made.add_argument("--kind", default="status")
    made.add_argument("--audience", default="client")
    made.add_argument("-o", "--output", type=Path, required=True)
    made = command("check", checks.check)
    made.add_argument("file", type=Path)
    made.add_argument("--profile", default="")
    made = command("paths", paths.paths)
    made.add_argument("file", type=Path)
    made.add_argument("--to", required=True)
    made.add_argument("--json", action="store_true")
    made = command("level", levelling.level)
    made.add_argument("file", type=Path)
    made.add_argument("--within-float", action="store_true")
    made.add_argument("--seconds", type=float, default=2.0)
    made.add_argument("--json", action="store_true")
    made = command("histogram", levelling.histogram)
    made.add_argument("file", type=Path)
    made.add_argument("--by", default="week")
    made.add_argument("--json", action="store_true")
    made = command("overloads", levelling.overloads)
    made.add_argument("file", type=Path)
    made.add_argument("--json", action="store_true")
    made = command("variance", control.variance)
    made.add_argument("file", type=Path)
    made.add_argument("--baseline", default="")
    made.add_argument("--against", default="")
    made.add_argument("--json", action="store_true")
    made = command("earned-value", control.earned_value)
    made.add_argument("file", type=Path)
    for option in ("--baseline", "--status", "--period"):
        made.add_argument(option, default="")
    made.add_argument("--json", action="store_true")
    return parser
