"""Reports of bugs hold the place in the code and nothing of the data."""

from pathlib import Path

from desktop_app.services.faults import fault_report, log_file, unexpected


def failing() -> None:
    try:
        int("a child's name")
    except ValueError as error:
        raise KeyError("another value") from error


def caught() -> Exception:
    try:
        failing()
    except KeyError as error:
        return error
    raise AssertionError


def test_a_report_names_errors_and_places_but_no_values() -> None:
    report = fault_report(caught())
    assert "builtins.KeyError" in report
    assert "builtins.ValueError" in report
    assert "in failing" in report
    assert "name" not in report.replace(Path(__file__).name, "")
    assert "another value" not in report


def test_the_person_is_told_where_the_report_is(settings_home: Path) -> None:
    told = unexpected(caught())
    assert str(log_file()) in told.hint
    assert log_file().parent == settings_home
    assert "in failing" in log_file().read_text(encoding="utf-8")
