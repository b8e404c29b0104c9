"""The checks a reader would otherwise have to make: style, types, and who may import whom."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# Folders of desktop/ in which anything but Python's own library is an accident, and what is not one.
PLAIN = {
    "i18n.py": set[str](),
    "publish.py": set[str](),
    "domain/scheduling": {"numpy"},
    "domain": set[str](),
}


CHECKS = {
    "ruff": ["-m", "ruff", "check"],
    "mypy": ["-m", "mypy"],
    "import-linter": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_is_clean(check: str, root: Path) -> None:
    command = [sys.executable, *CHECKS[check]]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def imports(file: Path) -> Iterator[str]:
    """Every absolute module name that ``file`` imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def sources(place: Path) -> list[Path]:
    return sorted(place.rglob("*.py")) if place.suffix != ".py" else [place]


@pytest.mark.parametrize("part", PLAIN)
def test_inner_layers_use_the_standard_library_alone(part: str, root: Path) -> None:
    inner = [root / "desktop" / other for other in PLAIN if other.startswith(part + "/")]
    allowed = sys.stdlib_module_names | {"desktop"} | PLAIN[part]
    strangers = {
        f"{file.relative_to(root)}: {name}"
        for file in sources(root / "desktop" / part)
        if not any(file.is_relative_to(folder) for folder in inner)
        for name in imports(file)
        if name.split(".")[0] not in allowed
    }
    assert not strangers


def test_models_know_no_widgets(root: Path) -> None:
    toolkit = {
        f"{file.relative_to(root)}: {name}"
        for file in sources(root / "desktop" / "models")
        for name in imports(file)
        if name.startswith("PySide6") and not name.startswith(("PySide6.QtCore", "PySide6.QtGui"))
    }
    assert not toolkit


def test_signals_of_the_plan_carry_objects_and_no_lambda_keeps_a_widget(root: Path) -> None:
    """Qt converts anything else (numbers lose their size, dictionaries their keys); a lambda outlives what it holds."""
    found = [
        f"{path.name}: {line.strip()}"
        for folder in ("views/plan", "models")
        for path in sorted((root / "desktop" / folder).rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"= Signal\((?!object|\))", line) or re.search(r"\.connect\(lambda", line)
    ]
    assert not found
