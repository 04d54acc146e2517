"""Shows the program on a sample: in a window or, without a display, as summary, workbook and picture."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
SAMPLE = PROJECT / "sample_data" / "panel_notifications_2020_2021.xlsx"
OUTPUT = PROJECT / "build" / "output"


def main() -> int:
    """Open the window where there is a display; otherwise do the same job without one."""
    if sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return program(str(SAMPLE))
    print("There is no display here, so the program does its job without a window.\n", flush=True)
    OUTPUT.mkdir(parents=True, exist_ok=True)
    workbook, picture = OUTPUT / f"{SAMPLE.stem}.xlsx", OUTPUT / f"{SAMPLE.stem}.png"
    jobs = (
        ("summary", str(SAMPLE)),
        ("export", str(SAMPLE), "--to", str(workbook)),  # it says itself where it wrote
        ("export", str(SAMPLE), "--to", str(picture)),
    )
    return next((status for job in jobs if (status := program(*job))), 0)


def program(*arguments: str) -> int:
    """Run the program as its users do and return its exit status."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ} if arguments[1:] else None
    command = [sys.executable, "-m", "desktop_app", *arguments]
    return subprocess.run(command, cwd=PROJECT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
