"""The command `check-workbook`: every rule for publications that a workbook breaks, with the cell."""

from argparse import Namespace

from desktop_app.export.checker import RULES, check_workbook

KEEPS, BREAKS = 0, 1


def run(arguments: Namespace) -> int:
    """Print every breach; return 0 where there is none and 1 otherwise."""
    breaches = check_workbook(arguments.file)
    for breach in breaches:
        print(f"{breach.place}: {breach.rule} ({breach.what})")
    if not breaches:
        print(
            f"{arguments.file.name} keeps all {len(RULES)} rules for published workbooks that can be checked."
        )
        return KEEPS
    print(f"{len(breaches):,} {'breach' if len(breaches) == 1 else 'breaches'} in {arguments.file.name}.")
    return BREAKS
