"""The words of a report: Chinese, English, or both.

What a person wrote stands as it was written, once: repeating it under a second set of labels would
double the paper and say nothing new. So a report in both languages is one report whose labels carry
both, Chinese first: on one line where they are short (“应对中 Responding”), as two lines of one label
in headings and table heads (:meth:`Speech.label`), and as one sentence behind the other where the
program itself says a sentence.
"""

from __future__ import annotations

from desktop.domain.rejection import Term
from desktop.i18n import CHINESE, ENGLISH, SEPARATOR, Catalog, catalog

ZH, EN, BOTH = "zh", "en", "both"
LANGUAGES = (ZH, EN, BOTH)

_CATALOGS = {ZH: (CHINESE,), EN: (ENGLISH,), BOTH: (CHINESE, ENGLISH)}
_ONCE = frozenset({"list", "duration", "pattern"})
"""Contexts of punctuation, unit signs and patterns around other texts: said in the first language alone."""


class Speech:
    """Calls like a :class:`Catalog`; ``language`` is ``zh``, ``en`` or ``both``."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogs = tuple(catalog(name) for name in _CATALOGS[language])

    @property
    def tag(self) -> str:
        """BCP 47 tag of the language that a screen reader should begin with."""
        return "en" if self.language == EN else "zh-CN"

    def apart(self) -> tuple[Speech, ...]:
        """One speech for each language."""
        return tuple(Speech(language) for language in ((ZH, EN) if self.language == BOTH else (self.language,)))

    @property
    def first(self) -> Catalog:
        """The first language alone, for places too narrow for two, such as the head of a time scale."""
        return self._catalogs[0]

    def each(self, key: str, context: str = "", /, **facts: object) -> tuple[str, ...]:
        """The text in every language, without repetition; a :class:`Term` among the facts is translated too."""
        context = context or key.rpartition(SEPARATOR)[0]
        chosen = self._catalogs[:1] if context in _ONCE else self._catalogs
        return tuple(dict.fromkeys(_said(words, key, context, facts) for words in chosen))

    def __call__(self, key: str, context: str = "", /, **facts: object) -> str:
        return " ".join(self.each(key, context, **facts))

    def label(self, key: str, context: str = "", /, **facts: object) -> str:
        """One line per language: how headings and table heads stand."""
        return "\n".join(self.each(key, context, **facts))

    def plural(self, one: str, many: str, count: int, /, **facts: object) -> str:
        """``one`` or ``many`` by ``count``, which is also the fact ``n``."""
        said = (words.plural(one, many, count, **_translated(words, facts)) for words in self._catalogs)
        return " ".join(dict.fromkeys(said))


def _said(words: Catalog, key: str, context: str, facts: dict[str, object]) -> str:
    return words(key, "" if SEPARATOR in key else context, **_translated(words, facts))


def _translated(words: Catalog, facts: dict[str, object]) -> dict[str, object]:
    return {name: words(value) if isinstance(value, Term) else value for name, value in facts.items()}
