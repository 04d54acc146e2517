"""How small counts were protected, in words: for under a chart, for the notes and for the cover."""

from desktop_app.analysis.disclosure import Protected
from desktop_app.domain.disclosure import Disclosure
from desktop_app.presentation.words.numbers import count_text


def protection_words(settings: Disclosure | None) -> str:
    """Return in short what is hidden and rounded, for the line under a chart or table; empty without."""
    return "" if settings is None else " ".join(filter(None, (_hidden(settings), _rounded(settings))))


def protection_lines(settings: Disclosure) -> tuple[str, ...]:
    """Return in full, one sentence each, what is hidden, why, and what rounding does to sums."""
    lines = [
        _hidden(settings),
        "Further counts are suppressed where a small one could be worked out from them; totals are true.",
        "Changes, intervals and rates are given only where every count behind them is shown.",
    ]
    if settings.rounding:
        lines += [_rounded(settings), "Rounded counts may not add up; changes are those of rounded counts."]
    return tuple(line for line in lines if line)


def hidden_words(safe: Protected) -> str:
    """Return for colleagues how much is lost and why, e.g. 5 of 9 counts are hidden: 3 are small, 2 ..."""
    if not safe.hidden:
        return loss_words(safe)
    parts = []
    if safe.small:
        parts.append(f"{count_text(safe.small)} {'is' if safe.small == 1 else 'are'} small")
    if safe.linked:
        parts.append(f"{count_text(safe.linked)} would give others away")
    return f"{loss_words(safe).rstrip('.')}: {', '.join(parts)}."


def loss_words(safe: Protected) -> str:
    """Return how many counts are hidden, without the reasons.

    How many are small must not leave: a reader who knows that one of two hidden counts is small and the
    other is not has less to guess.
    """
    if not safe.hidden:
        return f"None of {count_text(safe.counts)} counts had to be hidden."
    verb = "is" if len(safe.hidden) == 1 else "are"
    return f"{count_text(len(safe.hidden))} of {count_text(safe.counts)} counts {verb} hidden."


def _hidden(settings: Disclosure) -> str:
    most = settings.suppress_below - 1
    counts = {0: "", 1: "Counts of 1"}.get(most, f"Counts of 1 to {count_text(most)}")
    if settings.zeros:
        return f"{counts} are suppressed." if counts else ""
    return f"{counts} and zeros are suppressed." if counts else "Zeros are suppressed."


def _rounded(settings: Disclosure) -> str:
    return f"Counts are rounded to the nearest {settings.rounding}." if settings.rounding else ""
