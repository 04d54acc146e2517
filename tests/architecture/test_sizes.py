"""Modules and functions stay small enough to be read at one sitting."""

import ast

import pytest

from tests.support.places import PROJECT
from tests.support.sources import tracked

MODULE_LINES = 300
TEST_MODULE_LINES = 400
FUNCTION_LINES = 50

FILES = tracked("*.py")


@pytest.mark.parametrize("name", FILES)
def test_a_module_keeps_within_its_lines(name: str) -> None:
    lines = (PROJECT / name).read_text(encoding="utf-8").count("\n")
    assert lines <= (TEST_MODULE_LINES if name.startswith("tests/") else MODULE_LINES)


@pytest.mark.parametrize("name", FILES)
def test_functions_keep_within_their_lines(name: str) -> None:
    tree = ast.parse((PROJECT / name).read_text(encoding="utf-8"))
    assert [text for text, lines in _functions(tree) if lines > FUNCTION_LINES] == []


def test_a_function_is_measured_with_its_docstring_and_to_its_last_line() -> None:
    tree = ast.parse(
        'class A:\n    async def b(self):\n        """Doc."""\n\n        return (\n            1\n        )\n'
    )
    assert _functions(tree) == [("2 b", 6)]


def _functions(tree: ast.AST) -> list[tuple[str, int]]:
    return [
        (f"{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
