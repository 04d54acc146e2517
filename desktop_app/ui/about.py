"""Says what the program is, its version and its licences."""

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.parts import label
from desktop_app.version import __version__

_TEXT = (
    "Opens spreadsheets of serious incident notifications and shows the numbers and the trend.",
    "It works without a network: nothing leaves this computer.",
    "Counts show what was reported, not all that happened; they do not measure an authority's performance.",
)
_LICENCES = (
    ("Notification Statistics Viewer", "MIT licence"),
    ("Qt and PySide6", "GNU Lesser General Public Licence 3"),
    ("pandas, NumPy, SciPy, XlsxWriter", "BSD licences"),
    ("pyqtgraph, openpyxl, python-calamine", "MIT licence"),
    ("Inter (typeface)", "SIL Open Font Licence 1.1"),
)


class AboutDialog(QDialog):
    """Version and licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Notification Statistics Viewer")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        icon = QLabel()
        icon.setPixmap(parent.windowIcon().pixmap(56, 56))
        icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(_label("Notification Statistics Viewer", "title"))
        self.version = _label(f"Version {__version__}, with Qt {qVersion()}", "muted")
        words.addWidget(self.version)
        for text in _TEXT:
            words.addWidget(_label(text))
        words.addSpacing(8)
        words.addWidget(_label("Licences", "heading"))
        for name, licence in _LICENCES:
            words.addWidget(label(f"{name}: {licence}", "small"))
        top = QHBoxLayout()
        top.setSpacing(24)
        top.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(top)
        layout.addWidget(buttons)


def _label(text: str, role: str = "") -> QLabel:
    made = label(text, role, wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
