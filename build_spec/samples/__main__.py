"""Write the four samples: `python -m build_spec.samples [FOLDER]`, from the project's folder."""

import sys
from pathlib import Path
from random import Random

from build_spec.samples import dfe, messy, national, panel
from build_spec.samples.places import Places

_PROJECT = Path(__file__).resolve().parents[2]


def main(folder: Path) -> None:
    """Write every sample into `folder`, each from a seed of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    reference = _PROJECT / "resources" / "reference"
    places = Places(reference, Random(2016))
    panel.make(folder, places, Random(2020))
    dfe.make(folder, places, Random(2019))
    national.make(folder, reference)
    messy.make(folder, places, Random(2021))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else _PROJECT / "sample_data")
