"""Resources: the register, and what everybody has to do when against what there is of them."""

from desktop.views.resources.page import ResourcesPage

__all__ = ["ResourcesPage"]
