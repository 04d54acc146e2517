"""The program as a process: `python -m desktop_app`, pipes that close, consoles of any encoding, bugs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.cli import main, self_check, summary
from tests.unit.cli.conftest import Run

PROJECT = Path(__file__).resolve().parents[3]


def start(*words: str, **surroundings: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", *words],
        capture_output=True,
        cwd=PROJECT,
        env={**os.environ, **surroundings},
        check=False,
    )


def test_the_module_is_the_same_program(panel: Path) -> None:
    done = start("summary", str(panel), "--format", "csv")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"2021,,2021-01-01,2021-12-31,true,379,398,156," in done.stdout


def test_output_is_utf8_whatever_the_console_says(panel: Path) -> None:
    done = start("summary", str(panel), "--filter", "regoin=x", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 1
    assert "“regoin”" in done.stderr.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["all at once", "at every line"])
def test_output_that_cannot_be_written_is_told_in_one_sentence(panel: Path, unbuffered: str) -> None:
    words = [sys.executable, "-m", "desktop_app", "summary", str(panel)]
    surroundings = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            words, stdout=full, stderr=subprocess.PIPE, cwd=PROJECT, env=surroundings, check=False
        )
    assert done.returncode == 1
    told, hint = done.stderr.decode().splitlines()
    assert told == "The output could not be written: No space left on device."
    assert hint.startswith("Free some space")


def test_a_reader_that_stops_reading_is_no_trouble(panel: Path) -> None:
    words = [
        sys.executable,
        "-m",
        "desktop_app",
        "summary",
        str(panel),
        "--period",
        "month",
        "--format",
        "json",
    ]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=PROJECT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_self_check_does_the_main_job(tmp_path: Path) -> None:
    done = start("self-check")
    lines = done.stdout.decode().splitlines()
    assert (done.returncode, done.stderr) == (0, b"")
    assert lines[-1] == "ok"
    assert any(
        line.startswith("Resources: ") and Path(line.removeprefix("Resources: ")).is_dir() for line in lines
    )
    assert any("482 in 2020, 379 in 2021" in line for line in lines)


def test_a_bug_ends_in_one_sentence_and_a_report_without_the_data(
    run: Run, panel: Path, settings_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("Jane Doe, born 5 March 2019")

    monkeypatch.setattr(summary, "summarise", broken)
    done = run("summary", panel)
    assert (done.status, done.out) == (1, "")
    report = settings_home / "problems.log"
    assert str(report) in done.err
    assert "Traceback" not in done.err
    assert "Jane" not in done.err
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")
    assert "Jane" not in report.read_text(encoding="utf-8")


def test_stopping_by_hand_is_not_a_bug(
    run: Run, panel: Path, settings_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(summary, "summarise", stopped)
    done = run("summary", panel)
    assert (done.status, done.err) == (130, "Stopped.\n")
    assert not (settings_home / "problems.log").exists()


def test_self_check_says_what_is_wrong(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_check, "PUBLISHED", {"2020": 481, "2021": 379})
    done = run("self-check")
    assert done.status == 1
    assert "ok" not in done.out.splitlines()
    assert "481" in done.err.splitlines()[0]
    assert "install the program again" in done.err.splitlines()[1]


def test_self_check_in_this_process(run: Run, qapp: object) -> None:
    done = run("self-check")
    assert (done.status, done.out.splitlines()[-1]) == (0, "ok")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_window_is_refused_in_one_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    done = run()
    assert (done.status, done.out) == (1, "")
    assert "There is no display here" in done.err.splitlines()[0]
    assert "summary" in done.err.splitlines()[1]


@pytest.mark.parametrize(("name", "sentence"), [("PySide6.QtGui", "libEGL"), ("pandas", "mistake")])
def test_a_missing_library_is_named(
    run: Run, panel: Path, monkeypatch: pytest.MonkeyPatch, name: str, sentence: str
) -> None:
    def lacking(*_: object, **__: object) -> None:
        raise ImportError("libEGL.so.1: cannot open shared object file", name=name)

    monkeypatch.setattr(summary, "summarise", lacking)
    done = run("summary", panel)
    assert done.status == 1
    assert sentence in done.err.splitlines()[0]


def test_without_a_command_the_window_opens_on_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[list[Path]] = []
    fake = type(sys)("desktop_app.app")
    fake.run_window = lambda paths: opened.append(paths) or 0  # type: ignore[attr-defined]  # a module made by hand
    monkeypatch.setitem(sys.modules, "desktop_app.app", fake)
    assert main(["a.xlsx", "b.csv"]) == 0
    assert main([]) == 0
    assert opened == [[Path("a.xlsx"), Path("b.csv")], []]


ELSEWHERE = pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR.UTF-8"},  # 14 hours ahead
        {"TZ": "America/Los_Angeles", "LC_ALL": "ar_EG.UTF-8", "LANG": "ar_EG.UTF-8"},  # 8 behind
    ],
    ids=["east", "west"],
)


@ELSEWHERE
def test_locale_and_time_zone_of_the_machine_change_no_figure(
    run: Run, panel: Path, surroundings: dict[str, str]
) -> None:
    words = ("summary", str(panel), "--period", "month", "--date", "incident", "--format", "json")
    elsewhere = start(*words, **surroundings)
    assert (elsewhere.returncode, elsewhere.stderr) == (0, b"")
    assert elsewhere.stdout.decode("utf-8") == run(*words).out


@ELSEWHERE
def test_locale_and_time_zone_of_the_machine_change_no_chart(
    panel: Path, tmp_path: Path, surroundings: dict[str, str]
) -> None:
    here, there = tmp_path / "here.svg", tmp_path / "there.svg"
    for path, added in ((here, {}), (there, surroundings)):
        words = ("export", str(panel), "--period", "month", "--chart", "cumulative", "--to", str(path))
        assert start(*words, QT_QPA_PLATFORM="offscreen", **added).returncode == 0
    assert there.read_bytes() == here.read_bytes()
