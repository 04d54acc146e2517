"""The files of the project as the tests about its form read them."""

import subprocess

from tests.support.places import PROJECT

MADE = (".venv/", "build/", "dist/")


def tracked(*patterns: str) -> list[str]:
    """Name the files of the project that fit, relative to it; where there is no git, by looking."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *patterns],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0:
        names = [name for name in listed.stdout.split("\0") if name]
    else:
        names = [str(path.relative_to(PROJECT)) for pattern in patterns for path in PROJECT.rglob(pattern)]
    return sorted(name for name in names if not name.startswith(MADE) and (PROJECT / name).is_file())
