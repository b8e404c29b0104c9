"""The public workflow names products, commands and files that there are, and asks for no rights."""

from __future__ import annotations

import fnmatch
import re
from pathlib import Path
from typing import Any

import pytest

import pilot
from desktop import __main__ as program
from installer import build, environment

NODE_24 = {"checkout": 5, "setup-python": 6, "upload-artifact": 6}
"""The first version of each action that runs on Node.js 24, by its README; older ones need one that is given up."""
SYSTEMS = {"ubuntu": "linux", "windows": "win32", "macos": "darwin"}
PIECE = re.compile(r'(?P<key>[\w.-]+|"[^"]+"):(?: (?P<value>.+))?$')


def parse(text: str) -> Any:
    """The part of YAML that the file uses: mappings, lists, text as it stands, lists in brackets. Refuses all else."""
    lines = [(len(line) - len(line.lstrip()), line.strip()) for line in text.splitlines()]
    lines = [(depth, line) for depth, line in lines if line and not line.startswith("#")]
    found, rest = _block(lines, 0)
    assert not rest, rest[0]
    return found


def _block(lines: list[tuple[int, str]], depth: int) -> tuple[Any, list[tuple[int, str]]]:
    made: Any = [] if lines[0][1].startswith("- ") else {}
    while lines and lines[0][0] == depth:
        line = lines[0][1]
        if isinstance(made, list):
            assert line.startswith("- "), line
            item, lines = _block([(depth + 2, line[2:]), *lines[1:]], depth + 2)
            made.append(item)
            continue
        match = PIECE.fullmatch(line)
        assert match, line
        key, value = match["key"].strip('"'), match["value"]
        assert key not in made, key
        lines = lines[1:]
        if value == "|":
            inside = [line for at, line in lines if at > depth]
            inside = inside[: next((i for i, (at, _) in enumerate(lines) if at <= depth), len(lines))]
            made[key], lines = "\n".join(inside), lines[len(inside) :]
        elif value is None:
            made[key], lines = _block(lines, lines[0][0]) if lines and lines[0][0] > depth else (None, lines)
        else:
            made[key] = _scalar(value)
    assert not lines or lines[0][0] < depth, lines[0]
    return made, lines


def _scalar(text: str) -> Any:
    if text.startswith("["):
        return [_scalar(item.strip()) for item in text.strip("[]").split(",")]
    if text in ("true", "false"):
        return text == "true"
    assert not text.startswith(("&", "*", "!", "{", ">")), text
    return text.strip('"')


@pytest.fixture(scope="module")
def workflow(root: Path) -> Any:
    return parse((root / ".github" / "workflows" / "build.yml").read_text("utf-8"))


def systems_of(job: Any) -> set[str]:
    """What ``sys.platform`` is on the machines of a job."""
    names = job.get("strategy", {}).get("matrix", {}).get("system", [job["runs-on"]])
    return {SYSTEMS[name.partition("-")[0]] for name in names}


def steps(workflow: Any) -> list[tuple[set[str], Any]]:
    return [(systems_of(job), step) for job in workflow["jobs"].values() for step in job["steps"]]


def runs(workflow: Any) -> list[tuple[set[str], str]]:
    return [(systems, line) for systems, step in steps(workflow) for line in step.get("run", "").splitlines()]


def test_it_may_read_and_nothing_else(workflow: Any, root: Path) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    assert set(workflow["on"]) == {"push", "pull_request"}  # never with the rights of the repository for strangers
    assert not [job for job in workflow["jobs"].values() if "permissions" in job]
    assert "secrets." not in (root / ".github" / "workflows" / "build.yml").read_text("utf-8")
    checkouts = [step for _, step in steps(workflow) if step.get("uses", "").startswith("actions/checkout")]
    assert [step["with"] for step in checkouts] == [{"persist-credentials": False}] * len(workflow["jobs"])


def test_every_action_is_pinned_and_every_job_ends(workflow: Any) -> None:
    used = [step["uses"] for _, step in steps(workflow) if "uses" in step]
    assert used
    assert not [name for name in used if not re.fullmatch(r"actions/[\w-]+@v\d+\.\d+\.\d+", name)]
    majors = {name.split("/")[1].split("@")[0]: int(name.split("@v")[1].split(".")[0]) for name in used}
    assert {name: max(major, NODE_24[name]) for name, major in majors.items()} == majors
    assert all(int(job["timeout-minutes"]) <= 90 for job in workflow["jobs"].values())
    assert not [job["runs-on"] for job in workflow["jobs"].values() if "latest" in job["runs-on"]]


def test_every_product_is_built_where_it_can_be(workflow: Any) -> None:
    built: dict[str, set[str]] = {}
    for systems, line in runs(workflow):
        if "installer/build.py" in line:
            for name in line.partition("installer/build.py")[2].split():
                built.setdefault(name, set()).update(systems)
    assert set(built) | {"bundle"} == set(build.names())  # the bundle is made on the way to all others
    for name, systems in built.items():
        assert systems <= set(build.product(name).SYSTEMS), name


def test_the_program_tests_itself_on_every_system(workflow: Any) -> None:
    assert "--self-test" in program.WINDOWLESS
    tried = [systems for systems, line in runs(workflow) if "--self-test" in line]
    assert set().union(*tried) == {"linux", "win32", "darwin"}


def test_the_commands_are_there(workflow: Any, root: Path) -> None:
    for _, line in runs(workflow):
        for script in re.findall(r"(?:python|sh) ([\w/.]+)", line):
            assert (root / script).is_file(), script
        if "pilot.py" in line:
            assert line.split()[-1] in re.findall(r"^    python3 pilot\.py (\w+)", str(pilot.__doc__), re.MULTILINE)


def test_what_is_uploaded_is_what_the_products_are_called(workflow: Any) -> None:
    version = environment.version()
    made = [
        f"dist/pilotage_{version}_amd64.deb", f"dist/pilotage-{version}-linux-x86_64.tar.xz",
        f"dist/pilotage-{version}-setup.exe", f"dist/pilotage-{version}-windows-portable.zip",
        f"dist/pilotage-{version}-macos-arm64.dmg",
    ]  # fmt: skip
    loads = [step["with"] for _, step in steps(workflow) if step.get("uses", "").startswith("actions/upload-artifact")]
    patterns = [line for load in loads for line in load["path"].splitlines()]
    assert all(load["if-no-files-found"] == "error" for load in loads)
    assert not [name for name in made if not any(fnmatch.fnmatch(name, pattern) for pattern in patterns)]
    told = "\n".join(str(build.product(name).__doc__) for name in build.names())
    for name in made:  # each product says how it is called: the words in capitals stand for what differs
        words = {version: "VERSION", "x86_64": "MACHINE", "amd64": "ARCHITECTURE", "arm64": "PROCESSOR"}
        for value, word in words.items():
            name = name.replace(value, word)  # noqa: PLW2901
        assert name in told


def test_the_parser_refuses_what_it_does_not_know() -> None:
    assert parse('a:\n  - b: 1\n    c: |\n      x\n      y\n  - d: [e, "f"]\n') == {
        "a": [{"b": "1", "c": "x\ny"}, {"d": ["e", "f"]}]
    }
    for text in ("a: 1\na: 2\n", "a: &b 1\n", "a:\n  b: 1\n c: 2\n", "just text\n", "a: {b: c}\n"):
        with pytest.raises(AssertionError):
            parse(text)
