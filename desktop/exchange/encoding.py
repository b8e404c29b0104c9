"""Which encoding a text is in that does not say so: Primavera and Excel write in the code page of the computer.

UTF-8 is recognised by being valid; what remains is Chinese, Cyrillic or Western. Chinese text consists of pairs of
bytes that are nearly all among the 3,755 common characters of GB 2312 (first byte B0 to D7); Western text read
that way would be rare characters, and Cyrillic is words of bytes from C0 upwards.
"""

from __future__ import annotations

import codecs
import re

WESTERN = "cp1252"
SAMPLE = 4 << 20
"""Bytes that are looked at."""

_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_COMMON = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]|[\xa1-\xa3][\xa1-\xfe]")
_HAN = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_CYRILLIC_WORD = re.compile(rb"[\xa8\xb8\xc0-\xff]{3,}")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def encoding_of(content: bytes) -> str:
    """The name of the encoding; of text in ASCII alone, UTF-8."""
    for mark, name in _BOMS:
        if content.startswith(mark):
            return name
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _code_page(content[:SAMPLE])
    return "utf-8"


def _code_page(content: bytes) -> str:
    high = sum(map(len, _HIGH_RUN.findall(content)))
    pairs = _PAIR.findall(content)
    common = sum(1 for pair in pairs if _COMMON.fullmatch(pair))
    if any(_HAN.fullmatch(pair) for pair in pairs) and common * 10 >= len(pairs) * 7 and common * 4 >= high:
        return "gb18030"
    words = sum(map(len, _CYRILLIC_WORD.findall(content)))
    return "cp1251" if words * 10 >= high * 7 else WESTERN
