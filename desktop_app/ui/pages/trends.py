"""The trends page: choose a chart over time, see it and the table of its figures."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.catalogue.charts import chart, charts_by_group
from desktop_app.domain.periods import Period
from desktop_app.domain.specs import ChartSpec
from desktop_app.domain.state import RUNS
from desktop_app.domain.units import Against
from desktop_app.presentation.models import View
from desktop_app.presentation.words.comparing import USUAL
from desktop_app.ui.actions import tip_of
from desktop_app.ui.charts.chart_and_table import ChartAndTable
from desktop_app.ui.parts import button, label, offer
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.described_box import Choice, DescribedBox
from desktop_app.ui.widgets.segmented import SegmentedControl

ONE_SET = "One set of limits"


class TrendsPage(ChartAndTable):
    """Shows the chosen chart above its table."""

    wished = Signal(object)  # Change
    rates_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Table of the trend", parent=parent)
        self.chooser = DescribedBox(theme, "Chart", [_choice(spec) for spec in charts_by_group()])
        self.chooser.chosen.connect(lambda key: self.wished.emit(lambda state: replace(state, chart=key)))
        self.run = SegmentedControl(theme, "What stands out", [(str(run), f"Runs of {run}") for run in RUNS])
        self.run.chosen.connect(lambda run: self.wished.emit(lambda state: replace(state, run=int(run))))
        self.limits = QComboBox()
        self.limits.setAccessibleName("From when the limits begin anew")
        self.limits.activated.connect(lambda _at: self._rebase(self.limits.currentData()))
        self.base = QComboBox()
        self.base.setAccessibleName("What changes compare with")
        self.base.activated.connect(lambda _at: self._compare(self.base.currentData()))
        self.rates = button("Rates...", "link", self.rates_wished.emit, tip_of("rates"))
        self._what = label("", "muted", wrap=True)
        self.line.addWidget(label("Chart", "muted"))
        self.line.addWidget(self.chooser)
        self.line.addSpacing(8)
        self.line.addWidget(self._what, 1)
        self.line.addWidget(self.base)
        self.line.addWidget(self.limits)
        self.line.addWidget(self.run)
        self.line.addWidget(self.rates)

    def show_view(self, view: View) -> None:
        """Show a view."""
        self.chooser.set_current(view.plot.key)
        self._what.setText(chart(view.plot.key).description)
        self.run.set_current(str(view.run))
        self.run.setVisible(view.plot.key == "control")
        self.rates.setVisible(view.plot.key == "rate")
        self._offer_limits(view)
        self._offer_bases(view)
        self.show_both(view.plot, view.plot.table)

    def _offer_limits(self, view: View) -> None:
        anew = [(f"New limits from {name}", day.isoformat()) for day, name in view.rebase_choices]
        offer(self.limits, [(ONE_SET, ""), *anew], view.rebase.isoformat() if view.rebase else "")
        self.limits.setVisible(view.plot.key == "control" and bool(view.rebase_choices))

    def _offer_bases(self, view: View) -> None:
        usual = [(f"Compared with {words}", against.value) for against, words in USUAL.items()]
        usual = usual[:1] if view.choices.period.per_year == 1 else usual
        periods = [(f"Compared with {name}", day.isoformat()) for day, name in view.pivot_periods[:-1]]
        kind, (against, base) = view.choices.period, view.compared
        wished = Period.containing(base, kind).start.isoformat() if base else against.value
        offer(self.base, [*usual, *periods], wished)
        self.base.setVisible(view.plot.key == "change")

    def _compare(self, wished: str) -> None:
        if wished in set(Against):
            self.wished.emit(lambda state: replace(state, against=Against(wished), base=None))
        else:
            self.wished.emit(lambda state: replace(state, base=date.fromisoformat(wished)))

    def _rebase(self, day: str) -> None:
        wished = date.fromisoformat(day) if day else None
        self.wished.emit(lambda state: replace(state, rebase=wished))


def _choice(spec: ChartSpec) -> Choice:
    return spec.key, spec.title, spec.description, spec.group
