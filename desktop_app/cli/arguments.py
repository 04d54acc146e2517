"""The words of the command line: commands, options and what may follow them."""

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from desktop_app.catalogue.charts import CHARTS
from desktop_app.catalogue.formats import FORMATS
from desktop_app.domain.disclosure import MOST, ROUNDINGS, Disclosure
from desktop_app.domain.exporting import SCALES, Size
from desktop_app.domain.units import RATES, USUAL_RATE, Against, DateBasis, PeriodKind, Unit
from desktop_app.version import __version__

PROGRAM = "notification-viewer"
COMMANDS = ("check", "summary", "export", "check-workbook", "self-check")
_ENDINGS = tuple(spec.ending for spec in FORMATS)
_ABOUT = "Shows what spreadsheets of serious incident notifications say: numbers, trend and change."


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    """Return the arguments as a namespace whose `command` is one of COMMANDS or "window".

    Raises SystemExit with status 2 for wrong usage, and 0 after printing help or the version.
    """
    first = argv[0] if argv else ""
    if first in COMMANDS or first in ("-h", "--help", "--version"):
        return _commands().parse_args(argv)
    window = argparse.ArgumentParser(PROGRAM, description=_ABOUT)
    window.add_argument("files", nargs="*", type=Path, metavar="FILE", help="spreadsheets to open")
    near = get_close_matches(first, COMMANDS, 1, 0.7)
    if near and not Path(first).exists():
        window.error(f"there is no command and no file named {first!r}; did you mean {near[0]}?")
    arguments = window.parse_args(argv)
    arguments.command = "window"
    return arguments


def _commands() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        PROGRAM,
        description=_ABOUT,
        usage=f"{PROGRAM} [FILE ...]   to open the window\n       {PROGRAM} COMMAND ...  to work without it",
    )
    parser.add_argument(
        "--version", action="version", version=f"Notification Statistics Viewer {__version__}"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, prog=PROGRAM)
    _add_check(commands.add_parser("check", help="what is recognised in a file"))
    _add_summary(commands.add_parser("summary", help="the figures, as text, JSON or CSV"))
    _add_export(commands.add_parser("export", help="a workbook, slides, a briefing note or a picture"))
    rules = commands.add_parser("check-workbook", help="whether a workbook keeps the rules for publications")
    rules.add_argument("file", type=Path, metavar="FILE")
    commands.add_parser("self-check", help="whether the installation is sound")
    return parser


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    _add_password(parser)


def _add_summary(parser: argparse.ArgumentParser) -> None:
    _add_view(parser)
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text")


def _add_export(parser: argparse.ArgumentParser) -> None:
    _add_view(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="OUT", help=f"OUT{', OUT'.join(_ENDINGS)}")
    parser.add_argument(
        "--for",
        dest="audience",
        choices=("working", "publication"),
        help="default: working, or as --like has it",
    )
    parser.add_argument(
        "--like",
        type=Path,
        metavar="OLD.xlsx",
        help="make the same as this earlier workbook, from the file given; other options change it",
    )
    parser.add_argument(
        "--encrypt-with",
        type=Path,
        metavar="PATH",
        help="a text file whose first line becomes the password of a workbook for colleagues",
    )
    parser.add_argument(
        "--chart",
        action="append",
        default=[],
        dest="charts",
        choices=[*(spec.key for spec in CHARTS), "breakdown"],
        help="which chart is drawn; for slides and notes it may be repeated",
    )
    parser.add_argument(
        "--sheet-for-each",
        metavar="COLUMN",
        help="in a workbook for colleagues: a sheet for each value of it",
    )
    parser.add_argument("--size", choices=list(Size), metavar="|".join(Size), help="the shape of a picture")
    parser.add_argument("--scale", type=int, choices=SCALES, help="pixels of a picture for each of the chart")
    parser.add_argument("--template", type=Path, metavar="FILE", help="your own .pptx or .docx to begin with")
    _add_disclosure(parser)


def _add_disclosure(parser: argparse.ArgumentParser) -> None:
    group, usual = parser.add_argument_group("for a publication"), Disclosure()
    group.add_argument(
        "--suppress-below",
        type=_number(1),
        metavar="N",
        help=f"hide counts from 1 to N - 1 (default {usual.suppress_below}; 1 hides none)",
    )
    group.add_argument("--hide-zeros", action="store_true", help="hide zeros too (default: they are shown)")
    group.add_argument("--round", type=int, choices=ROUNDINGS, help="round counts, half up (0: not)")
    group.add_argument(
        "--least-values",
        type=_number(2),
        metavar="N",
        help=f"how many values a hidden count must still be able to have (default {usual.least_values})",
    )
    group.add_argument("--contact", metavar="TEXT", help="whom the cover names for questions")


def _add_view(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--sheet", metavar="NAME", help="the sheet to read (default: the one with the table)")
    parser.add_argument(
        "--count", type=Unit, choices=list(Unit), metavar=_choices(Unit), help="what to count"
    )
    parser.add_argument("--date", type=DateBasis, choices=list(DateBasis), metavar=_choices(DateBasis))
    parser.add_argument("--period", type=PeriodKind, choices=list(PeriodKind), metavar=_choices(PeriodKind))
    parser.add_argument(
        "--filter",
        type=_wish,
        action="append",
        default=[],
        dest="filters",
        metavar="COLUMN=VALUE[,VALUE...]",
        help="may be repeated; dates as COLUMN=2021-01-01..2021-12-31, numbers as COLUMN=1..5 (either end may"
        ' be left out), text that a cell contains as COLUMN~TEXT; a value with a comma in "quotes"',
    )
    parser.add_argument("--by", metavar="COLUMN", help="break the figures down by this column")
    parser.add_argument("--across", metavar="COLUMN", help="with --by: by this column too, across the table")
    parser.add_argument(
        "--compare-with",
        type=_base,
        metavar="|".join((*Against, "DAY")),
        help="what changes compare with: a day as 2020-04-01 stands for the period that holds it",
    )
    for end, words in (
        ("from", "nothing is missing from this day on"),
        ("to", "nothing is missing to this day"),
    ):
        parser.add_argument(
            f"--complete-{end}",
            type=_day,
            metavar="DAY",
            help=f"you know that {words} (default: by the dates)",
        )
    parser.add_argument(
        "--rates-per",
        type=int,
        choices=RATES,
        help=f"for every so many children aged 0 to 17 (default {USUAL_RATE})",
    )
    parser.add_argument(
        "--population",
        type=Path,
        metavar="FILE",
        help="take rates from this table of children aged 0 to 17 by area and year (default: as bundled)",
    )
    _add_password(parser)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2021-12-31") from None


def _base(text: str) -> Against | date:
    """Return the way of comparing, or the day that a text names."""
    if text in set(Against):
        return Against(text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        choices = ", ".join(Against)
        raise argparse.ArgumentTypeError(
            f"{text!r} is none of {choices} and no day such as 2020-04-01"
        ) from None


def _add_password(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--password-file", type=Path, metavar="PATH", help="a file that holds the password")


def _number(least: int) -> Callable[[str], int]:
    def whole(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= MOST:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} to {MOST:,}")
        return int(text)

    return whole


def _choices(kinds: type[Unit] | type[DateBasis] | type[PeriodKind]) -> str:
    return "|".join(kinds)


def _wish(text: str) -> tuple[str, str, str]:
    """Return the column, the sign after it and what it asks for."""
    parts = re.fullmatch(r"([^=~]*[^=~\s])\s*([=~])\s*(\S.*)", text.strip())
    if parts is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form COLUMN=VALUE or COLUMN~TEXT")
    column, sign, rest = parts.groups()
    return column, sign, rest
