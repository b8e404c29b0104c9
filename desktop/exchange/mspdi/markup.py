"""Elements to be written: ``(tag, text)`` or ``(tag, [elements])``, put in order and rendered.

The same shape in which foreign elements are kept, so that both can stand in one list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from desktop.domain.validation import clean_text
from desktop.exchange.safe_xml import MAX_DEPTH

Node = Sequence[Any]
"""``(tag, text)`` or ``(tag, nodes)``."""
Content = str | list[Node]

NAMESPACE = "http://schemas.microsoft.com/project"
INDENT = "    "
_NOT_XML = re.compile("[\ufffe\uffff]")


def arranged(order: Mapping[str, int], *groups: Iterable[Node]) -> list[Node]:
    """All nodes in the order of the schema; what it does not name comes last."""
    nodes = [node for group in groups for node in group]
    return sorted(nodes, key=lambda node: order.get(node[0], len(order)))


def given(**values: str | list[Node] | None) -> list[Node]:
    """Nodes of the values that are there; an element that would be empty is left out."""
    return [(tag, value) for tag, value in values.items() if value]


def render(root: Node) -> bytes:
    """The document with ``root`` as its Project element, in UTF-8."""
    lines = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', f'<{root[0]} xmlns="{NAMESPACE}">']
    pending: list[tuple[Node | str, int]] = [(f"</{root[0]}>", 0)]
    pending.extend((node, 1) for node in reversed(root[1]))
    while pending:
        node, depth = pending.pop()
        if isinstance(node, str):
            lines.append(INDENT * depth + node)
            continue
        tag, content = node[0], node[1]
        if isinstance(content, str):
            lines.append(f"{INDENT * depth}<{tag}>{escape(_clean(content), quote=False)}</{tag}>")
        elif depth < MAX_DEPTH:
            lines.append(f"{INDENT * depth}<{tag}>")
            pending.append((f"</{tag}>", depth))
            pending.extend((child, depth + 1) for child in reversed(content))
    lines.append("")
    return "\n".join(lines).encode("utf-8")


def _clean(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return _NOT_XML.sub("", clean_text(text)).replace("\r", "")
