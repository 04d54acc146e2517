"""The command `summary`: the figures of a view as text, JSON or CSV."""

import json
import sys
from argparse import Namespace

from desktop_app.cli.wishes import wished
from desktop_app.presentation.reports.summary import summary_csv, summary_json, summary_text
from desktop_app.services.usecases import summarise


def run(arguments: Namespace) -> int:
    """Print the summary; notices that a CSV cannot carry go to standard error."""
    dataset, state, notices = wished(arguments)
    result = summarise(dataset, state, more=notices)
    if arguments.format == "json":
        print(json.dumps(summary_json(result), ensure_ascii=False, indent=2, allow_nan=False))
    elif arguments.format == "csv":
        sys.stdout.write(summary_csv(result).replace("\r\n", "\n"))
        for notice in result.notices:
            print(f"{notice.text} {notice.way_out}".rstrip(), file=sys.stderr)
    else:
        sys.stdout.write(summary_text(result))
    return 0
