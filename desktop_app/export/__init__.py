"""Display models to files; an old file stays as it is until the new one has proved right."""

from desktop_app.export.workbook import write_workbook

__all__ = ["write_workbook"]
