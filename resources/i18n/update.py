"""Keeps ``zh_CN.ts`` in step with the source: finds marked texts, merges translations.

    python resources/i18n/update.py                     rewrite zh_CN.ts: add new, drop unused texts
    python resources/i18n/update.py --check             fail when a text has no translation
    python resources/i18n/update.py --missing [PATH..]  print untranslated texts as JSON
    python resources/i18n/update.py --merge FILE.json   take {"source": "translation"} from FILE

Texts are the string literals given to ``N_``, ``tr``, ``ntr``, ``words`` (also ``self.words``) and
``plural``. A second literal of ``N_``, ``tr`` and ``words`` is the context.
"""

from __future__ import annotations

import ast
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
TS = Path(__file__).with_name("zh_CN.ts")
SEPARATOR = "\x04"
MARKERS = {"N_", "tr", "words", "_words"}
PLURALS = {"ntr", "plural"}


def texts_of(path: Path) -> Iterator[str]:
    """Keys of all marked texts in one source file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        literals = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if name in PLURALS:
            yield from literals[:2]
        elif name in MARKERS and literals:
            yield f"{literals[1]}{SEPARATOR}{literals[0]}" if len(literals) > 1 else literals[0]


def sources(paths: list[Path]) -> dict[str, None]:
    """All keys in reading order; folders are searched."""
    files = [f for path in paths for f in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
    return {text: None for file in files for text in texts_of(file) if text.strip()}


def read() -> dict[str, str]:
    if not TS.exists():
        return {}
    found = {}
    for message in ElementTree.parse(TS).iter("message"):
        source, comment = message.findtext("source") or "", message.findtext("comment") or ""
        found[f"{comment}{SEPARATOR}{source}" if comment else source] = message.findtext("translation") or ""
    return found


def write(entries: dict[str, str]) -> None:
    root = ElementTree.Element("TS", version="2.1", language="zh_CN", sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = "Pilotage"
    for key in sorted(entries, key=lambda item: item.rpartition(SEPARATOR)[::-1]):
        comment, _, source = key.rpartition(SEPARATOR)
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = source
        if comment:
            ElementTree.SubElement(message, "comment").text = comment
        translation = ElementTree.SubElement(message, "translation")
        translation.text = entries[key]
        if not entries[key]:
            translation.set("type", "unfinished")
    ElementTree.indent(root)
    body = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + ElementTree.tostring(root, "unicode") + "\n"
    handle, name = tempfile.mkstemp(dir=TS.parent, suffix=".tmp")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
        out.write(body)
    Path(name).chmod(0o644)
    Path(name).replace(TS)


@contextmanager
def locked() -> Iterator[None]:
    """One writer at a time; waits."""
    lock = TS.with_suffix(".lock")
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
            break
        except FileExistsError:
            import time

            time.sleep(0.1)
    try:
        yield
    finally:
        lock.unlink()


def main(arguments: list[str]) -> int:
    verb, paths = (arguments[0], [Path(a) for a in arguments[1:]]) if arguments else ("", [])
    if verb == "--merge":
        with locked():
            entries = read()
            for path in paths:
                entries |= json.loads(path.read_text(encoding="utf-8"))
            write(entries)
        return 0
    known = read()
    missing = [key for key in sources(paths or [ROOT / "desktop"]) if not known.get(key)]
    if verb == "--missing":
        print(json.dumps(dict.fromkeys(missing, ""), ensure_ascii=False, indent=1))
        return 0
    if verb == "--check":
        print("\n".join(missing))
        return 1 if missing else 0
    with locked():
        before = read()
        write({key: before.get(key, "") for key in sources([ROOT / "desktop"])})
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
