"""Value lists show counts as text; a count that lacks a part says so."""

from desktop_app.analysis.result import FacetValue
from desktop_app.presentation.facets import facet_lines


def test_zero_unknown_and_at_least_are_three_different_texts() -> None:
    lines = facet_lines(
        (
            FacetValue("Male", 1390, False, at_least=True),
            FacetValue("Female", 695, False),
            FacetValue("Unknown", 0, False),
            FacetValue("Other", None, False),
        )
    )
    assert [line.text for line in lines] == ["1,390+", "695", "0", ""]
    assert [line.share for line in lines] == [1.0, 0.5, 0.0, 0.0]
