"""Words in two languages, without a toolkit.

English is the source. A catalogue maps a source text to its translation and is read from
``resources/i18n/<language>.ts`` (Qt's own XML format, so Qt Linguist can edit it). It is ours
rather than QTranslator because reports and the headless commands need words in a language of
their own choosing, both at once, with no Qt loaded.

``N_("Risk")`` marks a text where it is declared; ``catalog("zh_CN")("Risk")`` translates it.
Facts are filled in after translation: ``words("{count} tasks", count=3)``. A text that means
two things carries a context: ``N_("Open", "status")``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

ENGLISH = "en"
CHINESE = "zh_CN"
LANGUAGES = (ENGLISH, CHINESE)
SEPARATOR = "\x04"


def find_resources(package: Path) -> Path:
    """Fonts, icons, words and samples: inside the installed package, beside it in the sources."""
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


RESOURCES = find_resources(Path(__file__).resolve().parent)


def N_(text: str, context: str = "") -> str:  # the name gettext made standard
    """Mark ``text`` for translation and return its key; ``context`` tells homonyms apart."""
    return f"{context}{SEPARATOR}{text}" if context else text


def source_text(key: str) -> str:
    """The English text of a key made by :func:`N_`."""
    return key.rpartition(SEPARATOR)[2]


class Catalog:
    """Translations into one language; call it with a source text and its facts."""

    def __init__(self, language: str, entries: Mapping[str, str]) -> None:
        self.language = language
        self._entries = entries

    def __call__(self, key: str, context: str = "", /, **facts: object) -> str:
        if context:
            key = N_(key, context)
        text = self._entries.get(key) or source_text(key)
        return text.format(**facts) if facts else text

    def plural(self, one: str, many: str, count: int, /, **facts: object) -> str:
        """``one`` or ``many`` by ``count`` (also the fact ``n``); Chinese has one form: ``many``."""
        key = one if count == 1 and self.language == ENGLISH else many
        return self(key, n=count, **facts)

    @property
    def is_chinese(self) -> bool:
        return self.language == CHINESE


def read_entries(path: Path) -> dict[str, str]:
    """Finished translations of a ``.ts`` file, keyed as :func:`N_` keys them."""
    from xml.etree import ElementTree  # English needs none of it, and the first paint waits for every import

    entries: dict[str, str] = {}
    for message in ElementTree.parse(path).iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        if translation is None or translation.get("type") or not translation.text:
            continue
        entries[N_(source, message.findtext("comment") or "")] = translation.text
    return entries


@lru_cache
def catalog(language: str) -> Catalog:
    """The catalogue of ``language`` (``en`` or ``zh_CN``); unknown languages read as English."""
    path = RESOURCES / "i18n" / f"{language}.ts"
    known = language in LANGUAGES and language != ENGLISH and path.exists()
    return Catalog(language if known else ENGLISH, read_entries(path) if known else {})


class _Interface:
    """The language of the interface: one per process, like QLocale's default."""

    words: Catalog = Catalog(ENGLISH, {})


def set_language(language: str) -> None:
    """Choose the language of the interface; windows made from now on speak it."""
    _Interface.words = catalog(language)


def words() -> Catalog:
    """The catalogue of the interface language."""
    return _Interface.words


def tr(key: str, context: str = "", /, **facts: object) -> str:
    """``key`` in the interface language, with ``facts`` filled in."""
    return _Interface.words(key, context, **facts)


def ntr(one: str, many: str, count: int, /, **facts: object) -> str:
    """Plural of the interface language: ``ntr("{n} task", "{n} tasks", 3)``."""
    return _Interface.words.plural(one, many, count, **facts)


Words = Callable[..., str]
