"""Every exception from a rule names the rule and says why it is made."""

import io
import re
import tokenize

import pytest

from tests.support.places import PROJECT
from tests.support.sources import tracked

# What a comment that silences a check must look like to carry its reason.
FORMS = {
    "noqa": re.compile(r"# noqa: [A-Z]+\d+(, [A-Z]+\d+)* - \w.{5,}"),
    "type: ignore": re.compile(r"# type: ignore\[[a-z-]+(, ?[a-z-]+)*\]  # \w.{5,}"),
    "pragma:": re.compile(r"# pragma: no (cover|branch) - \w.{5,}"),
}
ALWAYS_WRONG = re.compile(r"# *(pylint|mypy|pyright|ruff): *(disable|ignore|noqa)")


@pytest.mark.parametrize("name", tracked("*.py"))
def test_every_silenced_check_carries_its_reason(name: str) -> None:
    assert _without_reason((PROJECT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("line", "good"),
    [
        ("x = 1  # noqa: E501 - the address would break", True),
        ("x = 1  # noqa: E501, N802 - both of Qt's making", True),
        ("x = 1  # noqa: E501", False),
        ("x = 1  # noqa - somebody wanted it", False),
        ("x = 1  # type: ignore[arg-type]  # the stubs lack this argument", True),
        ("x = 1  # type: ignore[arg-type]", False),
        ("x = 1  # type: ignore  # the stubs lack this argument", False),
        ("x = 1  # pragma: no cover - only the frozen program comes here", True),
        ("x = 1  # pragma: no cover", False),
        ("# mypy: ignore-errors", False),
        ("# ruff: noqa: E501 - too much at once", False),
        ("x = '# noqa'", True),
        ("x = 1  # a plain comment", True),
    ],
)
def test_the_forms_are_told_apart(line: str, good: bool) -> None:
    assert (_without_reason(line + "\n") == []) is good


def _without_reason(text: str) -> list[str]:
    comments = [
        token.string
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.COMMENT
    ]
    return [
        comment
        for comment in comments
        if ALWAYS_WRONG.search(comment)
        or any(word in comment and not form.search(comment) for word, form in FORMS.items())
    ]
