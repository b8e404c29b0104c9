"""Room for trials one after the other: lists that are written over rather than copied for each.

At a hundred thousand rows the copies of a trial and their end take longer than what is worked out in them.
"""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from desktop.domain.scheduling.network import OWN_LISTS, Network
from desktop.domain.scheduling.times import Times

if TYPE_CHECKING:
    from desktop.domain.scheduling.result import Schedule


class Scratch:
    """For trials of changes to ``before``. A schedule made in it holds until the next one is made in it."""

    def __init__(self, before: Schedule) -> None:
        self.before = before
        self._net: Network | None = None
        self._read: Set[int] | None = None
        """Rows of the network that are not as they were before; None where that is not known."""
        self._times: Times | None = None

    def network(self) -> Network:
        """A copy of the network, to be read in part."""
        base, used, read = self.before.network, self._net, self._read
        if read is None:
            used = None
        made = base.with_own_lists(None if used is None else [getattr(used, name) for name in OWN_LISTS])
        for name in OWN_LISTS:
            was, now = getattr(base, name), getattr(made, name)
            for row in read or ():
                now[row] = was[row]
        self._net, self._read = made, None
        return made

    def was_read(self, rows: Set[int]) -> None:
        """These rows of the copy were read anew."""
        self._read = rows

    def times(self) -> Times:
        """A copy of the times, to be worked out in part."""
        base, used = self.before.times, self._times
        self._times = base.copy() if used is None or used.changed is None else base.copy_over(used)
        return self._times
