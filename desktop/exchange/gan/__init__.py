"""Plans of GanttProject: XML with the extension ``.gan``."""

from desktop.exchange.gan.reader import read_gan

__all__ = ["read_gan"]
