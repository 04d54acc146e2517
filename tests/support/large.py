"""A dataset of Excel's full size, made from whole numbers at once."""

import numpy as np
import pandas as pd

from desktop_app.analysis.dataset import Dataset
from desktop_app.catalogue.columns import column
from desktop_app.catalogue.spellings import AGE_GROUPS, ETHNICITIES, NATURES, REGIONS, SEXES
from desktop_app.domain.problems import SourceAccount
from desktop_app.domain.specs import Column
from desktop_app.domain.units import Shape

_VALUES = {
    "nature": [category.value for category in NATURES],
    "region": [category.value for category in REGIONS],
    "local_authority": [f"Authority {number:03d}" for number in range(153)],
    "sex": [category.value for category in SEXES],
    "age_group": [category.value for category in AGE_GROUPS],
    "ethnicity": [category.value for category in ETHNICITIES],
    "looked_after": ["Yes", "No"],
    "disability": ["Yes", "No", "Unknown"],
    "placement": [f"Placement {number}" for number in range(12)],
    "cause": [f"Cause {number}" for number in range(15)],
    "known_to_services": ["Yes", "No"],
    "factors": ["Domestic abuse", "Neglect", "Domestic abuse; Neglect", "Neglect; Suicide", "Suicide"],
    "themes": ["Babies", "Babies; Whole family", "Whole family"],
}


def large(rows: int = 1_000_000) -> Dataset:
    """Make so many children of ten years, one in twenty of them a sibling of the child before."""
    random = np.random.default_rng(20200101)
    number = np.cumsum(random.random(rows) < 0.95)
    notified = np.datetime64("2014-01-01", "s") + random.integers(0, 3652, rows)[number - number[0]].astype(
        "m8[D]"
    )
    frame: dict[str, object] = {
        "reference": pd.Categorical.from_codes(
            number, pd.Index([f"SIN-{at:07d}" for at in range(number[-1] + 1)], dtype="str")
        ),
        "date_notified": notified,
        "date_of_incident": notified - random.integers(0, 60, rows).astype("m8[D]"),
    }
    for key, values in _VALUES.items():
        codes = random.integers(0 if key in ("nature", "region") else -1, len(values), rows)
        frame[key] = pd.Categorical.from_codes(codes, pd.Index(values, dtype="str"))
    columns = tuple(_column(key) for key in frame)
    account = SourceAccount("large.xlsx", "Sheet1", rows, rows)
    return Dataset(
        pd.DataFrame(frame),
        columns,
        Shape.CHILDREN,
        "made for a test",
        (account,),
        row_numbers=range(2, rows + 2),
    )


def _column(key: str) -> Column:
    spec = column(key)
    if spec is None:
        raise KeyError(key)
    return Column(key, spec.title, spec.title, spec.kind, known=True, breakdown=spec.breakdown)
