"""The bundled population is the published one, and each year finds the estimate that stands for it."""

import pytest

from desktop_app.catalogue.population import bundled
from desktop_app.catalogue.resources import resource, shipped
from desktop_app.catalogue.spellings import REGIONS
from desktop_app.domain.population import ENGLAND


@pytest.mark.parametrize(
    ("year", "children"),
    [(2018, 11_755_593), (2020, 11_787_794), (2021, 11_762_878), (2024, 12_183_016)],
)
def test_england_has_the_published_population(year: int, children: int) -> None:
    assert bundled().children_in(ENGLAND, year) == children


def test_the_regions_make_england_in_every_year() -> None:
    for year in range(2012, 2025):
        assert sum(
            bundled().children_in(region.value, year) or 0 for region in REGIONS
        ) == bundled().children_in(ENGLAND, year)


@pytest.mark.parametrize(
    ("wanted", "used"), [(2012, 2012), (2020, 2020), (2024, 2024), (2026, 2024), (2011, None)]
)
def test_a_later_year_takes_the_latest_estimate_and_an_earlier_one_none(
    wanted: int, used: int | None
) -> None:
    assert bundled().mid_year(wanted) == used


def test_files_of_the_product_are_found_and_a_missing_folder_is_told() -> None:
    assert resource("reference/SOURCES.md").is_file()
    with pytest.raises(FileNotFoundError, match="install the program again"):
        shipped("no such folder")
