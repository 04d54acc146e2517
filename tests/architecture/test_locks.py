"""The lock files say the same as the project file and as each other, for every system and Python version."""

import re
import tomllib

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.places import PROJECT

LOCKS = PROJECT / "build_spec" / "locks"
EXTRAS = {"runtime": ("build",), "development": ("build", "dev"), "bundle": ("build", "bundle")}
PROJECT_NAME = "notification-statistics-viewer"


def locked(name: str) -> dict[str, tuple[str, Marker | None, int]]:
    """Read a lock file into name -> version, marker, number of hashes."""
    entries = {}
    for block in re.split(r"\n(?=\S)", (LOCKS / f"{name}.txt").read_text(encoding="utf-8").strip()):
        requirement = Requirement(block.split(" \\")[0])
        (pin,) = requirement.specifier
        assert pin.operator == "=="
        hashes = len(re.findall(r"--hash=sha256:", block))
        entries[canonicalize_name(requirement.name)] = (pin.version, requirement.marker, hashes)
    return entries


def wanted(extras: tuple[str, ...]) -> list[Requirement]:
    """List what the project file asks for, with these extras."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    texts = [*project["dependencies"]]
    for extra in extras:
        texts += project["optional-dependencies"][extra]
    return [requirement for text in texts if (requirement := Requirement(text)).name != PROJECT_NAME]


@pytest.mark.parametrize("name", EXTRAS)
def test_everything_the_project_asks_for_is_locked_within_its_bounds(name: str) -> None:
    entries = locked(name)
    for requirement in wanted(EXTRAS[name]):
        version, _, _ = entries[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), requirement


@pytest.mark.parametrize("name", EXTRAS)
def test_every_locked_package_has_hashes(name: str) -> None:
    assert [package for package, (_, _, hashes) in locked(name).items() if hashes == 0] == []


@pytest.mark.parametrize("name", ["runtime", "bundle"])
def test_what_is_shipped_has_the_versions_that_are_tested(name: str) -> None:
    tested, shipped = locked("development"), locked(name)
    assert {package: shipped[package][0] for package in shipped.keys() & tested.keys()} == {
        package: tested[package][0] for package in shipped.keys() & tested.keys()
    }


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_what_the_program_needs_is_locked_for_every_system_and_version(system: str, python: str) -> None:
    entries = locked("runtime")
    here = {"sys_platform": system, "python_version": python, "python_full_version": f"{python}.1"}
    for requirement in wanted(()):
        if requirement.marker is None or requirement.marker.evaluate(here):
            marker = entries[canonicalize_name(requirement.name)][1]
            assert marker is None or marker.evaluate(here), requirement


def test_the_project_is_installed_with_the_tools_it_is_built_with() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    assert sorted(project["build-system"]["requires"]) == sorted(
        project["project"]["optional-dependencies"]["build"]
    )
