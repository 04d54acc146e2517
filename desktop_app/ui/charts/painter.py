"""Draws charts for work in the background: widgets may be drawn on the window's thread only."""

from concurrent.futures import Future

from PySide6.QtCore import QObject, Qt, QThread, Signal

from desktop_app.domain.errors import Cancelled
from desktop_app.domain.exporting import Look
from desktop_app.presentation.models import Plot
from desktop_app.ui.charts.picture import drawn

_PATIENCE = 0.1  # seconds between two looks at whether the window is closing


class ChartPainter(QObject):
    """Lives on the window's thread; `draw` may be called from any."""

    _asked = Signal(object, object, object)  # Plot, Look, Future

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def draw(self, plot: Plot, look: Look) -> bytes:
        """Return a chart as the bytes of a picture; raise Cancelled when the window closes meanwhile."""
        if QThread.currentThread() == self.thread():
            return drawn(plot, look)
        answer: Future[bytes] = Future()
        self._asked.emit(plot, look, answer)
        while True:
            try:
                return answer.result(_PATIENCE)
            except TimeoutError:
                if self._closed:
                    raise Cancelled from None

    def close(self) -> None:
        """Draw nothing more: whoever waits is sent away."""
        self._closed = True

    def _answer(self, plot: Plot, look: Look, answer: "Future[bytes]") -> None:
        try:
            answer.set_result(drawn(plot, look))
        except Exception as error:  # noqa: BLE001 - it belongs to whoever asked
            answer.set_exception(error)
