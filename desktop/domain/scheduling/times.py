"""Results of the passes, by row: parallel lists of integers (minutes, see ``clock``)."""

from __future__ import annotations

from collections.abc import Set

from desktop.domain.scheduling.renumbering import Renumbering


class Times:
    """Early and late dates and floats. ``work`` values are readings of the row's own calendar."""

    __slots__ = (
        "changed", "early_finish", "early_start", "finish", "finish_work", "late_finish", "late_known", "late_limit",
        "late_start", "late_work", "limit_finish", "limit_start", "project_finish", "start", "start_work",
        "stored", "total_float",
    )  # fmt: skip

    def __init__(self, count: int) -> None:
        self.start = [0] * count
        self.finish = [0] * count
        self.start_work = [0] * count
        self.finish_work = [0] * count
        self.late_start = [0] * count
        """Latest start; of a task in progress, of its remaining work."""
        self.late_finish = [0] * count
        self.late_work = [0] * count
        """Work at ``late_start``."""
        self.limit_start = [0] * count
        """What the row's own links demand of predecessors: ``late_start``, or FAR where nothing."""
        self.limit_finish = [0] * count
        self.total_float = [0] * count
        self.early_start: dict[int, int] = {}
        """Early dates of rows that are scheduled as late as possible; of all others ``start``."""
        self.early_finish: dict[int, int] = {}
        self.stored: dict[int, int | None] = {}
        """Rows that show what an imported file stored, with its free float (see ``stored``)."""
        self.changed: Set[int] | None = None
        """Rows worked out anew since the times that these were made from; None for all."""
        self.late_known = False
        """Whether rows that are scheduled as late as possible can be moved to their late dates."""
        self.project_finish = 0
        self.late_limit = 0
        """What late dates count back from: the project finish, or the finish that is required."""

    def moved(self, rows: Renumbering) -> Times:
        """The same for another order of rows; new ones have nothing yet."""
        made = Times.__new__(Times)
        for name in Times.__slots__:
            value = getattr(self, name)
            setattr(made, name, rows.spread(value, 0) if isinstance(value, list) else value)
        made.early_start, made.early_finish, made.stored, made.changed = {}, {}, {}, None
        return made

    def copy(self) -> Times:
        """An independent copy."""
        made = Times.__new__(Times)
        for name in Times.__slots__:
            value = getattr(self, name)
            setattr(made, name, value.copy() if isinstance(value, list | dict) else value)
        made.changed = None
        return made

    def copy_over(self, used: Times) -> Times:
        """As :meth:`copy`, in the lists of a copy that nobody needs any more; ``changed`` says where it differs."""
        assert used.changed is not None
        made = Times.__new__(Times)
        for name in Times.__slots__:
            value = getattr(self, name)
            if isinstance(value, list):
                written = getattr(used, name)
                for row in used.changed:
                    written[row] = value[row]
                value = written
            setattr(made, name, value.copy() if isinstance(value, dict) else value)
        made.changed = None
        return made
