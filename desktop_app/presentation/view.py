"""Everything the window shows for one result."""

from dataclasses import replace

from desktop_app.analysis.result import Result
from desktop_app.domain.problems import Problem
from desktop_app.presentation.cards import cards
from desktop_app.presentation.facets import facet_panels, further_columns
from desktop_app.presentation.models import Plot, RateChoices, View
from desktop_app.presentation.plots.absence import explained
from desktop_app.presentation.plots.breakdown import breakdown_plot
from desktop_app.presentation.plots.breakdown_forms import form_plot, forms_offered
from desktop_app.presentation.plots.control import new_limits_from
from desktop_app.presentation.plots.offered import Charts, trend_plot
from desktop_app.presentation.plots.own_words import noted_table, titled, with_own_words
from desktop_app.presentation.tables.breakdown import breakdown_of, breakdown_table
from desktop_app.presentation.tables.pivot import pivot_table, pivot_wished
from desktop_app.presentation.tables.trend import trend_table
from desktop_app.presentation.words.cautions import cautions
from desktop_app.presentation.words.filters import chips, filtered
from desktop_app.presentation.words.messages import NO_MATCH, nothing_matches
from desktop_app.presentation.words.periods import period_title
from desktop_app.presentation.words.rates import population_extent
from desktop_app.presentation.words.sentences import sentences_of
from desktop_app.presentation.words.status import account, choices, file_title, showing, status


def view_of(result: Result, problems: tuple[Problem, ...]) -> View:
    """Return the display models of a result and of the problems found when its files were read."""
    trend, found = noted_table(result, trend_table(result)), breakdown_of(result)
    breakdown, spoken = breakdown_table(result, found) if found else None, sentences_of(result)

    def drawn(key: str) -> Plot:
        return _emptied(result, with_own_words(result, trend_plot(result, key, trend), trend))

    return View(
        file_title=file_title(result),
        account=account(result),
        choices=choices(result),
        showing=showing(result),
        chips=chips(result),
        facets=facet_panels(result),
        cards=cards(result),
        plots=Charts(drawn, result.state.chart),
        chart=result.state.chart,
        sentences=tuple(each.text for each in spoken),
        sentence_charts=tuple(each.chart for each in spoken),
        cautions=cautions(result),
        trend=trend,
        breakdowns=tuple((column.key, column.title) for column in result.breakdowns),
        by=result.state.by,
        breakdown=breakdown,
        breakdown_plot=_emptied(result, titled(result, breakdown_plot(result, found, breakdown)))
        if found and breakdown
        else None,
        problems=len(problems),
        status=status(result),
        run=result.state.run,
        compared=(result.state.against, result.state.base),
        rates=RateChoices(
            result.state.per, population_extent(result), own=result.populations.file is not None
        ),
        rebase=result.state.rebase,
        rebase_choices=new_limits_from(result),
        further=further_columns(result),
        forms=forms_offered(result, found) if found else (),
        form_plot=_emptied(result, titled(result, form_plot(result, found, breakdown)))
        if found and breakdown
        else None,
        pivot=pivot_table(result, found) if found and pivot_wished(result) else None,
        pivot_wish=result.state.pivot,
        pivot_periods=tuple(
            (row.period.start, period_title(row.period)) for row in result.rows if row.period
        ),
    )


def _emptied(result: Result, plot: Plot) -> Plot:
    """Leave the marks out where no record matches the filters: a sentence says more than rows of zeros.

    Any other plot with nothing to draw says why.
    """
    if not (nothing_matches(result) and filtered(result)):
        return explained(result, plot)
    words = f"{NO_MATCH}. Clear them, or take out the last one, to see the chart."
    return replace(
        plot,
        title=NO_MATCH,
        alt_text=words,
        positions=(),
        series=(),
        totals=(),
        lines=(),
        starts=(),
        notes=(),
        absence="",
    )
