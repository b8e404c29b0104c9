"""Words in two languages: complete, with the same facts in both, marked where they can be found."""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.i18n import CHINESE, RESOURCES, catalog, find_resources, read_entries, source_text

MARKERS = {"N_", "tr", "ntr", "words", "_words", "plural"}
CATALOGUE = RESOURCES / "i18n" / f"{CHINESE}.ts"
ALL_FACTS = "time scale\x04"
"""Context of texts that are given every part of a date, from which each language takes what it writes."""
CJK = re.compile(r"[\u3400-\u9fff]")
HALF_WIDTH = re.compile(r"[\u3400-\u9fff][,;:!?](?:\s|$)|[\u3400-\u9fff]\.(?:\s|$)")


def sources(root: Path) -> list[Path]:
    return sorted((root / "desktop").rglob("*.py"))


def marked(path: Path) -> Iterator[ast.Call]:
    """Calls that mark or translate a text."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in MARKERS:
                yield node


def facts(text: str) -> list[str]:
    """Names in braces, sorted; raises ValueError for a brace that stands alone."""
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name is not None})


@pytest.fixture(scope="module")
def entries() -> dict[str, str]:
    return read_entries(CATALOGUE)


def test_every_text_has_its_chinese(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "resources/i18n/update.py", "--check"],
        cwd=root, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_texts_are_literals(root: Path) -> None:
    """A text put together at run time is never found in the catalogue."""
    made = [
        f"{path.relative_to(root)}:{call.lineno}"
        for path in sources(root)
        for call in marked(path)
        for argument in call.args[:2]
        if isinstance(argument, ast.JoinedStr)
        or (isinstance(argument, ast.BinOp) and isinstance(argument.left, (ast.Constant, ast.JoinedStr)))
    ]
    assert made == []


def test_both_languages_name_the_same_facts(entries: dict[str, str]) -> None:
    different = {
        key: text
        for key, text in entries.items()
        if facts(source_text(key)) != facts(text) and not key.startswith(ALL_FACTS)
    }
    assert different == {}


def test_sources_are_english(entries: dict[str, str]) -> None:
    assert [key for key in entries if CJK.search(key)] == []


def test_chinese_sentences_have_chinese_punctuation(entries: dict[str, str]) -> None:
    assert {key: text for key, text in entries.items() if HALF_WIDTH.search(text)} == {}


def test_chinese_is_chinese(entries: dict[str, str]) -> None:
    """What has no Chinese character is a name, a code or a pattern that reads the same in both languages."""
    same = {source_text(key) for key, text in entries.items() if not CJK.search(text)}
    odd = {text for text in same if len(re.findall(r"[a-z]{3,}", re.sub(r"\{\w+\}", "", text))) > 3}
    assert odd == set()


def test_the_file_is_in_step_with_its_sources(root: Path) -> None:
    """Nothing twice, so that the last entry does not silently win."""
    text = CATALOGUE.read_text(encoding="utf-8")
    keys = re.findall(r"<source>(.*?)</source>\s*(?:<comment>(.*?)</comment>)?", text, re.DOTALL)
    assert len(keys) == len(set(keys))


def test_plurals_and_facts_are_filled_in_both_languages() -> None:
    english, chinese = catalog("en"), catalog(CHINESE)
    assert [english.plural("{n} row", "{n} rows", count) for count in (0, 1, 2)] == ["0 rows", "1 row", "2 rows"]
    assert [chinese.plural("{n} row", "{n} rows", count) for count in (0, 1, 2)] == ["0 行", "1 行", "2 行"]
    assert chinese("Undo: {step}", step="{x}") == "撤销：{x}"


def test_resources_are_found_in_the_sources_and_in_an_installed_package(root: Path, tmp_path: Path) -> None:
    """The wheel puts them into the package (``force-include`` in pyproject.toml)."""
    assert root / "resources" == RESOURCES
    package = tmp_path / "site-packages" / "desktop"
    (package.parent / "resources").mkdir(parents=True)  # of somebody else
    (package / "resources").mkdir(parents=True)
    assert find_resources(package) == package / "resources"
    wheel = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"] == {"resources": "desktop/resources"}
