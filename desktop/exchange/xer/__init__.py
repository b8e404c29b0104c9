"""Plans of Oracle Primavera P6, as it exports them: text of tables, with the extension ``.xer``."""

from desktop.exchange.xer.reader import read_xer

__all__ = ["read_xer"]
