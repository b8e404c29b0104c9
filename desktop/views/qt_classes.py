"""The classes of Qt, made all at once before anybody works in another thread.

The binding makes a class when it is first asked for, and is not prepared for two threads that ask at once: the second
one gets a class that is half made, and the program ends. Neither is it prepared for a class that is met while it is
being made, as by a filter of all events.
"""

from __future__ import annotations

import sys
from functools import cache

QT = "PySide6.Qt"
"""What the names of its modules begin with."""


def make_classes() -> None:
    """Make those of all modules of Qt that are loaded; in the thread of the interface. It takes less than a tenth of a
    second, once."""
    for module in [module for name, module in list(sys.modules.items()) if name.startswith(QT)]:
        for each in dir(module):
            getattr(module, each, None)


@cache
def make_classes_once() -> None:
    """Before another thread begins."""
    make_classes()
