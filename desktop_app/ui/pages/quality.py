"""The data-quality page: what became of every row, and what was found, with its place in the file."""

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.presentation.models import ProblemGroup, View
from desktop_app.ui.parts import button, empty, label
from desktop_app.ui.table_block import TableBlock
from desktop_app.ui.widgets.frames import CardFrame

ROWS_IN_SIGHT = 8


class QualityPage(QScrollArea):
    """Lists the findings by their kind; each can be unfolded to its table of places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName("Data quality")
        self._shown: tuple[ProblemGroup, ...] | None = None
        self._account = label("", "title", wrap=True)
        self._meaning = label("", wrap=True)
        self._groups = QVBoxLayout()
        self._groups.setSpacing(8)
        self.blocks: list[TableBlock] = []
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 0, 16, 16)
        column.setSpacing(8)
        frame = CardFrame()
        frame.body.setSpacing(4)
        frame.body.addWidget(self._account)
        frame.body.addWidget(self._meaning)
        column.addWidget(frame)
        column.addLayout(self._groups)
        column.addStretch(1)
        self.setWidget(inner)

    def show_view(self, view: View) -> None:
        """Show the account and the findings of a view; they change only when another file is read."""
        self._account.setText(view.account)
        found = f"{view.problems:,} finding{'' if view.problems == 1 else 's'}"
        self._meaning.setText(
            f"{found}, each with its place in the file and what was done."
            " Rows are numbered as Excel shows them. The file itself was not changed."
            if view.problems
            else "Nothing was found that needed to be left out, changed or asked about."
        )
        if view.quality == self._shown:
            return
        self._shown = view.quality
        empty(self._groups)
        self.blocks = []
        for group in view.quality:
            self._add(group)

    def _add(self, group: ProblemGroup) -> None:
        frame = CardFrame()
        column = frame.body
        block = TableBlock(group.title, titled=False, sentences=True)
        block.show_table(group.table)
        block.fit_height(ROWS_IN_SIGHT)
        head = QHBoxLayout()
        head.addWidget(label(group.title, "heading"))
        head.addWidget(label(f"{group.count:,}", "badge"))
        head.addStretch(1)
        head.addWidget(button("Copy table", "link", block.copying.click, "Copy this table with its headings"))
        column.addLayout(head)
        column.addWidget(block)
        self._groups.addWidget(frame)
        self.blocks.append(block)
