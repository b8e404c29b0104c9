"""Notes of other programs as plain text: rich text and web pages lose their formatting.

Text that merely contains an angle bracket is left as it is; what people type is text.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_WEB_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html|head|body|div|p|span|font|ul|ol|table)\b[^>]*>", re.IGNORECASE)
_BLOCKS = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol"})
_HIDDEN = frozenset({"script", "style", "head", "title"})

_RICH_TEXT = re.compile(
    r"\\'(?P<byte>[0-9a-fA-F]{2})|\\u(?P<unicode>-?\d+) ?|\\(?P<word>[a-zA-Z]+)(?P<number>-?\d+)? ?|\\(?P<mark>.)"
    r"|(?P<brace>[{}])|(?P<line>[\r\n]+)|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_ASIDE = frozenset({"fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "generator"})
_MARKS = {
    "par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "tab": "\t", "cell": "\t", "emdash": "—",
    "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}  # fmt: skip
_CODE_PAGES = {"936": "gbk", "950": "big5", "932": "cp932", "949": "cp949", "65001": "utf-8"}


def plain_text(text: str) -> str:
    """``text`` without RTF or HTML formatting, where it is one of the two."""
    if text.startswith("{\\rtf"):
        return _from_rich_text(text)
    if _WEB_PAGE.match(text):
        return _from_web_page(text)
    return text


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._hidden += tag in _HIDDEN
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN and self._hidden:
            self._hidden -= 1
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(re.sub(r"\s+", " ", data))


def _from_web_page(text: str) -> str:
    page = _Page()
    page.feed(text)
    page.close()
    lines = (line.strip() for line in "".join(page.parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _from_rich_text(text: str) -> str:
    found = re.search(r"\\ansicpg(\d+)", text)
    encoding = _CODE_PAGES.get(found[1], "cp1252") if found else "cp1252"
    parts: list[str] = []
    pending = bytearray()
    hidden: list[bool] = []  # for every open brace, whether what it holds is no text
    skip, stand_ins = 0, 1  # characters that stand in for the Unicode one before them

    def flush() -> None:
        if pending:
            parts.append(pending.decode(encoding, "replace"))
            pending.clear()

    for match in _RICH_TEXT.finditer(text):
        aside = bool(hidden) and hidden[-1]
        if match["byte"]:
            if skip:
                skip -= 1
            elif not aside:
                pending.append(int(match["byte"], 16))
            continue
        flush()
        if match["brace"] == "{":
            hidden.append(aside)
        elif match["brace"] == "}":
            if hidden:
                hidden.pop()
        elif match["word"]:
            if match["word"] in _ASIDE and hidden:
                hidden[-1] = True
            elif match["word"] == "uc":
                stand_ins = int(match["number"] or 1)
            elif not aside:
                parts.append(_MARKS.get(match["word"], ""))
        elif match["mark"]:
            if match["mark"] == "*" and hidden:
                hidden[-1] = True
            elif not aside and match["mark"] in "\\{}~-_\n\r":
                parts.append({"~": " ", "-": "", "_": "-", "\n": "\n", "\r": "\n"}.get(match["mark"], match["mark"]))
        elif match["unicode"] and not aside:
            number = int(match["unicode"]) % 65_536
            parts.append("" if 0xD800 <= number < 0xE000 else chr(number))
            skip = stand_ins
        elif match["text"] and not aside:
            parts.append(match["text"][skip:])
            skip = max(0, skip - len(match["text"]))
    flush()
    return "".join(parts).strip()
