"""Pure functions that turn a dataset and a wish into one result."""

from desktop_app.analysis.assemble import compute

__all__ = ["compute"]
