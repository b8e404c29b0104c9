"""The commands that need no window: output, exit codes, one line for every error, nothing half-written."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop
from desktop import __main__ as program
from desktop import cli, i18n
from desktop.cli import self_test
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Task
from desktop.domain.session import Session
from desktop.exchange.mspdi import read_mspdi
from desktop.store.files import ProjectFile
from tests.exchange.documents import document, link, task
from tests.plans import office

EMPTY_RUN = (0, "", "")


@pytest.fixture(autouse=True)
def as_it_was(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A command may choose a language and stop the collector: it has the process to itself."""
    language = i18n.words().language
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    yield
    i18n.set_language(language)
    gc.enable()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.xml"
    path.write_text(document(task(1, "Dig", days=2) + task(2, "Build", more=link(1))), encoding="utf-8")
    return path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "office.pilotage"
    ProjectFile.create(path, office()).close()
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = cli.main([str(item) for item in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def refused(result: tuple[int, str, str]) -> str:
    """The sentence of a refusal, which is one line on standard error and nothing else."""
    code, out, err = result
    assert (code, out) == (2, "")
    assert err.startswith("pilotage: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


# -- schedule -----------------------------------------------------------------------------------------


def test_dates_as_json(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    code, out, err = run(capsys, "schedule", plan, "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert [(row["uid"], row["start"], row["finish"]) for row in found["tasks"]] == [
        (1, "2026-06-01T08:00", "2026-06-02T17:00"),
        (2, "2026-06-03T08:00", "2026-06-03T17:00"),
    ]
    assert found["project"]["name"] == "Plan"


def test_dates_of_a_project_file(capsys: pytest.CaptureFixture[str], project: Path) -> None:
    before = project.read_bytes()
    code, out, _ = run(capsys, "schedule", "--json", project)
    assert code == 0
    assert len(json.loads(out)["tasks"]) == 12
    assert project.read_bytes() == before
    assert list(project.parent.iterdir()) == [project]


def test_dates_as_a_table(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    _, out, _ = run(capsys, "schedule", plan)
    assert [line.split("\t") for line in out.splitlines()] == [
        ["WBS", "Task name", "Start", "Finish", "Total float", "Critical"],
        ["1", "Dig", "2026-06-01 08:00", "2026-06-02 17:00", "0d", "×"],
        ["2", "Build", "2026-06-03 08:00", "2026-06-03 17:00", "0d", "×"],
    ]


# -- convert ------------------------------------------------------------------------------------------


def test_there_and_back(capsys: pytest.CaptureFixture[str], plan: Path, tmp_path: Path) -> None:
    target, back = tmp_path / "made.pilotage", tmp_path / "back.XML"
    code, out, _ = run(capsys, "convert", plan, target)
    assert (code, out.splitlines()[0]) == (0, "Read: Tasks: 2")
    with ProjectFile.open(target, read_only=True) as file:
        assert [item.name for item in file.project.table(Task).values()] == ["Dig", "Build"]
    assert run(capsys, "convert", target, back)[0] == 0
    assert [item.name for item in read_mspdi(back).project().table(Task).values()] == ["Dig", "Build"]


def test_converting_names_every_task_that_has_moved(
    capsys: pytest.CaptureFixture[str], plan: Path, tmp_path: Path
) -> None:
    recorded = "<Start>2026-06-02T08:00:00</Start><Finish>2026-06-02T17:00:00</Finish>"
    kept = "<Start>2026-06-01T08:00:00</Start><Finish>2026-06-01T17:00:00</Finish>"
    rows = [task(9, "Kept", more=kept), *(task(n, f"Moved {n}", more=recorded) for n in range(1, 8))]
    plan.write_text(document("".join(rows)), encoding="utf-8")
    _, out, _ = run(capsys, "convert", plan, tmp_path / "made.pilotage")
    said = [line for line in out.splitlines() if "Moved" in line or "Kept" in line]
    then, now = "2026-06-02 08:00 – 2026-06-02 17:00", "2026-06-01 08:00 – 2026-06-01 17:00"
    assert said[0] == f"2 Moved 1: {then} in the file, {now} here"
    assert [line.split(":")[0] for line in said] == [f"{n + 1} Moved {n}" for n in range(1, 8)]
    _, again, _ = run(capsys, "convert", tmp_path / "made.pilotage", tmp_path / "made.xlsx")
    assert "Moved" not in again


@pytest.mark.parametrize("name", ["there.pilotage", "there.xml"])
def test_what_is_there_is_replaced_only_on_request(
    capsys: pytest.CaptureFixture[str], plan: Path, project: Path, tmp_path: Path, name: str
) -> None:
    target, source = tmp_path / name, plan if name.endswith("pilotage") else project
    target.write_bytes(b"precious")
    assert "--overwrite" in refused(run(capsys, "convert", source, target))
    assert target.read_bytes() == b"precious"
    assert run(capsys, "convert", source, target, "--overwrite")[0] == 0
    assert target.read_bytes() != b"precious"


def test_other_kinds_are_refused_with_those_that_are_known(
    capsys: pytest.CaptureFixture[str], plan: Path, project: Path, tmp_path: Path
) -> None:
    for source, target in ((plan, "a.mpp"), (plan, "a"), (tmp_path / "b.mpp", "a.pilotage")):
        sentence = refused(run(capsys, "convert", source, tmp_path / target))
        assert ".pilotage" in sentence
        assert ".xml" in sentence
    refused(run(capsys, "convert", plan, tmp_path / "other.xml"))
    refused(run(capsys, "convert", project, tmp_path / "other.pilotage"))
    assert sorted(item.name for item in tmp_path.iterdir()) == ["office.pilotage", "plan.xml"]


def test_a_copy_for_the_client(capsys: pytest.CaptureFixture[str], project: Path, tmp_path: Path) -> None:
    with ProjectFile.open(project) as file:
        session = Session(file.project, file, author="")
        session.execute(SetFields("task", ("survey",), {"notes": "CANARY"}))
        session.execute(SetFields("task", ("light",), {"audience": "team"}))
    for name in ("a.csv", "a.xml", "a.xlsx", "a.pilotage"):
        assert run(capsys, "convert", project, tmp_path / name, "--audience", "client")[0] == 0
        assert run(capsys, "convert", project, tmp_path / f"team-{name}", "--overwrite")[0] == (
            2 if "pilot" in name else 0
        )
    assert "CANARY" in (tmp_path / "team-a.csv").read_text(encoding="utf-8-sig")
    assert "CANARY" in (tmp_path / "team-a.xml").read_text(encoding="utf-8")
    for name in ("a.csv", "a.xml"):
        text = (tmp_path / name).read_text(encoding="utf-8-sig")
        assert "CANARY" not in text
        assert "Lighting" not in text
        assert "Floor plan" in text
    assert b"CANARY" not in (tmp_path / "a.pilotage").read_bytes()
    with ProjectFile.open(tmp_path / "a.pilotage", read_only=True) as file:
        assert len(file.project.table(Task)) == 11
        assert file.history(5) == []
    assert "press" in refused(run(capsys, "convert", project, tmp_path / "b.csv", "--audience", "press"))
    assert not (tmp_path / "b.csv").exists()


def test_nothing_is_left_of_a_conversion_that_fails(
    capsys: pytest.CaptureFixture[str], plan: Path, project: Path, tmp_path: Path
) -> None:
    plan.write_bytes(b"<Project><Tasks>")
    refused(run(capsys, "convert", plan, tmp_path / "made.pilotage"))
    refused(run(capsys, "convert", project, tmp_path / "no" / "made.xml"))
    assert sorted(item.name for item in tmp_path.iterdir()) == ["office.pilotage", "plan.xml"]


# -- report -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_a_report(capsys: pytest.CaptureFixture[str], project: Path, tmp_path: Path, language: str) -> None:
    target = tmp_path / "out.pdf"
    assert run(capsys, "report", project, "--kind", "gantt", "--language", language, "-o", target) == EMPTY_RUN
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_report_of_a_foreign_plan(capsys: pytest.CaptureFixture[str], plan: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    assert run(capsys, "report", plan, "--audience", "team", "--output", target) == EMPTY_RUN
    assert target.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    "wrong", [("--kind", "novel"), ("--language", "fr"), ("--audience", "press")], ids=lambda pair: pair[0]
)
def test_reports_that_do_not_exist(
    capsys: pytest.CaptureFixture[str], project: Path, tmp_path: Path, wrong: tuple[str, str]
) -> None:
    assert wrong[1] in refused(run(capsys, "report", project, *wrong, "-o", tmp_path / "out.pdf"))
    assert not (tmp_path / "out.pdf").exists()


# -- check --------------------------------------------------------------------------------------------


def test_a_sound_project(capsys: pytest.CaptureFixture[str], project: Path) -> None:
    code, out, err = run(capsys, "check", project)
    assert (code, out.splitlines()[0], err) == (0, "Nothing wrong was found.", "")


def test_health_counts_when_a_profile_is_asked_for(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    """Two linked tasks of two days and one are healthy; a lead is not, and alone is only said."""
    code, out, _ = run(capsys, "check", plan, "--profile", "consulting")
    assert (code, "Health of the schedule (Consulting plan):" in out) == (0, True)
    lead = "<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type><LinkLag>-4800</LinkLag></PredecessorLink>"
    plan.write_text(document(task(1, "Dig", days=2) + task(2, "Build", more=lead)), encoding="utf-8")
    code, out, _ = run(capsys, "check", plan, "--profile", "dcma")
    assert (code, " 2 Links with a lead: 100 % (at most 0 %), failed: Build" in out.splitlines()) == (1, True)
    assert "passed" in out
    assert run(capsys, "check", plan, "--language", "zh")[1].count("不通过") >= 1
    assert "lax" in refused(run(capsys, "check", plan, "--profile", "lax"))


def test_damage_is_found(capsys: pytest.CaptureFixture[str], project: Path) -> None:
    """A text that was changed behind the program's back: SQLite itself sees nothing wrong."""
    content = project.read_bytes()
    assert content.count(b"Survey the old office") >= 1
    project.write_bytes(content.replace(b"Survey the old office", b"Survey the odd office"))
    code, out, _ = run(capsys, "check", project)
    assert (code, out.startswith("Damaged: task")) == (1, True)
    project.write_bytes(content[: len(content) // 2])
    code, out, err = run(capsys, "check", project)
    assert (code, out, err.count("\n")) == (1, "", 1)


def test_what_is_wrong_with_a_plan_is_listed(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    rows = (
        task(1, "Late", more="<Deadline>2026-05-29T17:00:00</Deadline><Priority>5000</Priority>")
        + task(2, "Elsewhere", more="<Start>2027-01-04T08:00:00</Start><Finish>2027-01-04T17:00:00</Finish>" + link(9))
    )  # fmt: skip
    plan.write_text(document(rows), encoding="utf-8")
    code, out, err = run(capsys, "check", plan)
    assert (code, err) == (1, "")
    said = out.splitlines()
    assert any("Late: Priority = 5000" in line for line in said)
    assert any("9 → Elsewhere" in line for line in said)
    assert any("“Late” finishes after its deadline" in line for line in said)
    assert any("differ" in line and line.endswith("1") for line in said)
    assert any(line.startswith("2 Elsewhere: 2027-01-04 08:00") for line in said)


def test_a_file_that_is_not_there_cannot_be_checked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for name in ("none.pilotage", "none.xml", "none.mpp"):
        assert name in refused(run(capsys, "check", tmp_path / name))


# -- errors and languages -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ("schedule",),
        ("convert", "a.xml"),
        ("report", "a.xml"),
        ("schedule", "a.xml", "--jso"),
        ("nonsense",),
        ("--verbose",),
    ],
    ids=" ".join,
)
def test_what_is_no_command(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    sentence = refused(run(capsys, *arguments))
    assert " ".join(arguments) in sentence
    assert "pilotage --help" in sentence
    known = arguments[0] in ("schedule", "convert", "report")
    assert (f"like this: pilotage {arguments[0]} " in sentence) == known
    assert ("not a command" in sentence) == (not known)


@pytest.mark.parametrize("name", ["plan.xml", "office.pilotage"])
@pytest.mark.parametrize("content", [b"", b"<!DOCTYPE p><Project/>", b"\0" * 4096, b"<Project>" + b"<a>" * 200_000])
def test_bad_files(capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    for command in (("schedule", path), ("report", path, "-o", tmp_path / "out.pdf")):
        assert name in refused(run(capsys, *command))
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == content


def test_errors_speak_the_language_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    command = ("schedule", tmp_path / "none.xml")
    assert "cannot be read" in refused(run(capsys, *command))
    assert "无法读取" in refused(run(capsys, *command, "--language", "zh"))
    assert "无法读取" in refused(run(capsys, *command, "--language=zh"))
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "无法读取" in refused(run(capsys, *command))
    assert "cannot be read" in refused(run(capsys, *command, "--language", "en"))
    assert "无法读取" in refused(run(capsys, *command, "--language", "zh_CN"))
    for other in ("fr", "both"):
        assert f"“{other}”" in refused(run(capsys, *command, "--language", other))


def test_an_accident_is_one_sentence_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, plan: Path
) -> None:
    def fail(path: Path) -> None:
        raise RuntimeError(path)

    monkeypatch.setattr("desktop.exchange.mspdi.read_mspdi", fail)
    assert "Nothing was changed" in refused(run(capsys, "schedule", plan))


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ((), ("--help",), ("-h",), ("nonsense", "--help")):
        code, out, err = run(capsys, *arguments)
        assert (code, err) == (0, "")
        for word in ("schedule", "convert", "report", "check", "level", "overloads", "histogram", "--self-test"):
            assert word in out
    for arguments in (("paths", "--help"), ("paths", "x.xml", "-h")):
        code, out, err = run(capsys, *arguments)
        assert (code, err) == (0, "")
        assert out.startswith("pilotage paths FILE --to")
        assert "by what they can slip" in out
        assert "pilotage level" not in out
    assert run(capsys, "--version") == (0, f"Pilotage 领航 {desktop.__version__}\n", "")


def test_the_self_test(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "--self-test")
    assert (code, err) == (0, "")
    assert "Self-test passed" in out


def test_a_missing_sample_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(self_test, "RESOURCES", tmp_path)
    assert "sample" in refused(run(capsys, "--self-test"))


def test_the_self_test_names_what_does_not_work(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    def breaks(_: Path) -> bool:
        raise ImportError("secret detail")

    def connects(_: Path) -> bool:
        socket.socket().close()
        return True

    for check, told in (
        (lambda _: False, "fonts."),
        (breaks, "fonts (ImportError)."),
        (connects, "a network was used."),
    ):
        monkeypatch.setattr(self_test, "CHECKS", {"fonts": check})
        assert f"The self-test failed: {told}" in refused(run(capsys, "--self-test"))


# -- the entry point ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True), (["plan.pilotage"], True), (["--sample"], True), (["--safe-mode", "plan.pilotage"], True),
        (["schedule", "plan.xml"], False), (["--self-test"], False), (["--nonsense"], False),
        (["a.pilotage", "-x"], False),
    ],
)  # fmt: skip
def test_what_opens_a_window(monkeypatch: pytest.MonkeyPatch, arguments: list[str], window: bool) -> None:
    called: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(sys, "argv", ["pilotage", *arguments])
    monkeypatch.setattr("desktop.app.main", lambda given: called.append(("window", list(given))) or 7)
    monkeypatch.setattr("desktop.cli.main", lambda given: called.append(("command", list(given))) or 7)
    assert program.main() == 7
    assert called == [("window" if window else "command", arguments)]


def fresh(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(desktop.__file__).parents[1])}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, env=environment, encoding="utf-8", check=False)


def test_scheduling_a_plan_loads_neither_toolkit_nor_database(plan: Path) -> None:
    code = (
        "import sys; from desktop import cli; cli.main(sys.argv[1:]);"
        "print(sorted({n.partition('.')[0] for n in sys.modules} & {'PySide6', 'sqlalchemy', 'reportlab', 'numpy'}))"
    )
    made = fresh(code, "schedule", str(plan), "--json")
    assert made.stdout.splitlines()[-1] == "[]"
    assert made.stderr == ""


def test_starting_the_window_does_not_load_the_commands() -> None:
    code = "import sys; import desktop.__main__; print('argparse' in sys.modules, 'desktop.cli' in sys.modules)"
    assert fresh(code).stdout == "False False\n"


def test_whoever_stops_reading_gets_no_complaint(plan: Path) -> None:
    """As ``pilotage schedule … | head`` does."""
    rows = "".join(task(number, "x" * 200) for number in range(1, 2000))
    plan.write_text(document(rows), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(desktop.__file__).parents[1])}
    command = [sys.executable, "-m", "desktop", "schedule", str(plan), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".ics"])
def test_lists_for_other_programs(
    capsys: pytest.CaptureFixture[str], project: Path, tmp_path: Path, suffix: str
) -> None:
    target = tmp_path / f"out{suffix}"
    code, _, err = run(capsys, "convert", project, target)
    assert (code, err) == (0, "")
    assert target.stat().st_size
    back = tmp_path / "back.pilotage"
    code, out, err = run(capsys, "convert", target, back)
    if suffix == ".ics":
        assert (code, back.exists()) == (2, False)
    else:
        assert (code, err) == (0, "")
        assert "Tasks: 12" in out


# -- level, overloads -----------------------------------------------------------------------------------

LI = """<Resource><UID>1</UID><ID>1</ID><Name>Li</Name><Type>1</Type><MaxUnits>1.0</MaxUnits></Resource>"""


def assigned(uid: int, to: int, hours: int) -> str:
    work = f"PT{hours}H0M0S"
    return (
        f"<Assignment><UID>{uid}</UID><TaskUID>{to}</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units>"
        f"<Work>{work}</Work><RemainingWork>{work}</RemainingWork></Assignment>"
    )


@pytest.fixture
def busy(tmp_path: Path) -> Path:
    """Li is needed for two tasks of a day on Monday; a task of three days leaves room for one of them to wait."""
    path = tmp_path / "busy.xml"
    rows = task(1, "Dig", days=1) + task(2, "Build", days=1) + task(3, "Order", days=3)
    path.write_text(document(rows, resources=LI, assignments=assigned(1, 1, 8) + assigned(2, 2, 8)), encoding="utf-8")
    return path


def test_what_levelling_would_move(capsys: pytest.CaptureFixture[str], busy: Path) -> None:
    before = busy.read_bytes()
    code, out, err = run(capsys, "level", busy, "--within-float", "--seconds", "0", "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    (move,) = found["moves"]
    assert (move["uid"], move["name"], move["start"], move["new_start"]) == (
        2, "Build", "2026-06-01T08:00", "2026-06-02T08:00"
    )  # fmt: skip
    assert (move["resource"], move["needed_for"], move["levelling_delay_minutes"]) == ("Li", [1], 1440)
    assert (found["finish"], found["new_finish"]) == ("2026-06-03T17:00", "2026-06-03T17:00")
    (overload,) = found["overloads"]
    assert (overload["needed_percent"], overload["available_percent"], overload["tasks"]) == (200, 100, [1, 2])
    assert overload["excess_minutes"] == 480
    assert found["overloads_left"] == []
    code, out, err = run(capsys, "level", busy, "--seconds", "0")
    assert (code, err) == (0, "")
    assert "Build\t2026-06-01 08:00\t2026-06-02 08:00\t+1d\tAt 2026-06-01 08:00 “Li” is needed for “Dig”." in out
    assert "Work beyond what is there: 1d before, none after." in out
    assert "超出可用量的工时" in run(capsys, "level", busy, "--seconds", "0", "--language", "zh")[1]
    assert busy.read_bytes() == before


def test_who_is_needed_too_much(capsys: pytest.CaptureFixture[str], busy: Path, plan: Path) -> None:
    code, out, err = run(capsys, "overloads", busy, "--json")
    assert (code, err) == (0, "")
    (found,) = json.loads(out)["overloads"]
    assert (found["resource"], found["start"], found["finish"]) == ("Li", "2026-06-01T08:00", "2026-06-01T17:00")
    assert run(capsys, "overloads", busy)[1].startswith("“Li”, 2026-06-01 08:00 – 2026-06-01 17:00: 200 % is needed")
    assert run(capsys, "overloads", plan) == (0, "Nobody is needed more than they are there.\n", "")


@pytest.mark.parametrize("seconds", ["-1", "nan", "1e9"])
def test_a_search_has_an_end(capsys: pytest.CaptureFixture[str], busy: Path, seconds: str) -> None:
    assert "3600" in refused(run(capsys, "level", busy, "--seconds", seconds))


# -- paths ------------------------------------------------------------------------------------------------


def test_paths_as_json_and_as_lines(capsys: pytest.CaptureFixture[str], project: Path) -> None:
    # Survey takes three days and wishes two: both lead to “Brief agreed”, 1.3 in the outline.
    code, out, err = run(capsys, "paths", project, "--to", "1.3", "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert (found["to"]["name"], found["to"]["finish"]) == ("Brief agreed", "2026-06-03T17:00")
    said = [
        (each["path"], each["float_minutes"], each["gap_minutes"], [task["name"] for task in each["tasks"]])
        for each in found["paths"]
    ]
    assert said == [
        (1, 0, 0, ["Survey the old office", "Brief agreed"]), (2, 480, 480, ["Collect wishes"])
    ]  # fmt: skip
    assert [each["joins"] for each in found["paths"]] == [None, found["to"]["uid"]]
    code, out, err = run(capsys, "paths", project, "--to", str(found["to"]["uid"]))
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "Path 1: drives it, can slip by 0d"
    assert out.splitlines()[3] == "Path 2: can slip by 1d, joins “Brief agreed” with a gap of 1d"


def test_paths_to_a_task_that_is_not_there(capsys: pytest.CaptureFixture[str], project: Path) -> None:
    assert "“9.9”" in refused(run(capsys, "paths", project, "--to", "9.9"))
    assert refused(run(capsys, "paths", project))


def test_work_against_what_is_there(capsys: pytest.CaptureFixture[str], busy: Path) -> None:
    code, out, err = run(capsys, "histogram", busy, "--by", "day", "--json")
    assert (code, err) == (0, "")
    (li,) = json.loads(out)["resources"]
    assert li["name"] == "Li"
    # Two days of work on Monday, none on Tuesday and Wednesday; eight hours are there each day.
    assert [(one["start"], one["demand_minutes"], one["capacity_minutes"]) for one in li["periods"]] == [
        ("2026-06-01", 960, 480), ("2026-06-02", 0, 480), ("2026-06-03", 0, 480)
    ]  # fmt: skip
    assert run(capsys, "histogram", busy)[1].splitlines()[1:] == ["Li\t2026-06-01\t16\t40\t"]
    assert run(capsys, "histogram", busy, "--by", "day")[1].splitlines()[1:] == ["Li\t2026-06-01\t16\t8\t8"]
    assert "fortnight" in refused(run(capsys, "histogram", busy, "--by", "fortnight"))
