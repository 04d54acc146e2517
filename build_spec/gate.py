"""Runs the quality gate step by step and stops at the first that fails."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent

STEPS = (
    ("format", ("-m", "ruff", "format", "--check", ".")),
    ("lint", ("-m", "ruff", "check", ".")),
    ("types", ("-m", "mypy")),
    ("import rules", ("-c", "from importlinter import cli; cli.lint_imports_command()", "--no-logo")),
    ("tests", ("-m", "pytest", "--numprocesses=auto", "--dist=worksteal", "--cov", "--cov-report=term")),
)


def main() -> int:
    """Run every step in order; name each, its time, and the one that failed."""
    began = time.perf_counter()
    for number, (name, arguments) in enumerate(STEPS, start=1):
        print(f"== {number}/{len(STEPS)} {name}", flush=True)
        step_began = time.perf_counter()
        status = subprocess.run([sys.executable, *arguments], cwd=PROJECT, check=False).returncode
        seconds = time.perf_counter() - step_began
        if status != 0:
            print(f"== FAILED: {name} (exit status {status}, {seconds:.1f} s)", flush=True)
            return 1
        print(f"== passed: {name} ({seconds:.1f} s)\n", flush=True)
    print(f"== all {len(STEPS)} steps passed in {time.perf_counter() - began:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
