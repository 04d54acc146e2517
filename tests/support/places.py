"""Where things stand that tests look at."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "desktop_app"
RESOURCES = PROJECT / "resources"
SAMPLE_DATA = PROJECT / "sample_data"
SHARED_DATA = PROJECT.parent / "shared" / "data"
