"""Makes .venv ready for running, developing or bundling the program; quick when all is there."""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
ENVIRONMENT = PROJECT / ".venv"
LOCKS = PROJECT / "build_spec" / "locks"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# The locked sets, and which of them hold all that one needs: what can test the program can also run it.
# They share their versions, so one environment can hold them all.
SERVED_BY = {
    "runtime": ("runtime", "development"),
    "development": ("development",),
    "bundle": ("bundle",),
}

# Shared library -> Debian package. Without the first group Qt does not load at all;
# the second is what its X11 platform needs to show a window.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def main(arguments: list[str]) -> int:
    """Set up the locked set named first; with "window" also what a window on X11 needs."""
    if not arguments or arguments[0] not in SERVED_BY or arguments[1:] not in ([], ["window"]):
        print(f"usage: set_up.py {'|'.join(SERVED_BY)} [window]", file=sys.stderr)
        return 2
    wanted = arguments[0]
    if missing := missing_packages(wanted, window="window" in arguments):
        provide(missing)
    if not any(is_current(name) for name in SERVED_BY[wanted]):
        make_environment()
        install(wanted)
    return 0


def missing_packages(wanted: str, *, window: bool) -> list[str]:
    """Name the Debian packages that the system lacks; other systems need nothing of the kind."""
    if sys.platform != "linux":
        return []
    libraries = QT_LIBRARIES | (X11_LIBRARIES if window else {})
    missing = [package for library, package in libraries.items() if not can_load(library)]
    if not environment_stands() and not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        missing.append(f"python3.{sys.version_info.minor}-venv")
    if wanted == "bundle":
        minor = sys.version_info.minor
        if shutil.which("objdump") is None:
            missing.append("binutils")
        if sys.base_prefix == "/usr" and not can_load(f"libpython3.{minor}.so.1.0"):
            missing.append(f"libpython3.{minor}")
    return missing


def can_load(library: str) -> bool:
    """Tell whether the system has a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def provide(packages: list[str]) -> None:
    """Install Debian packages when that is allowed here; otherwise say in one sentence which are needed."""
    line = f"apt-get install {' '.join(packages)}"
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        sys.exit(f"Some system packages are needed first; on Debian: {line}")
    print(f"Installing system packages: {line}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run("apt-get", "-qq", "update", env=quiet)
    run("apt-get", "-qq", "install", "--yes", "--no-install-recommends", *packages, env=quiet)


def stamp(name: str) -> Path:
    """Name the file that remembers what was installed last."""
    return ENVIRONMENT / f".set-up-{name}"


def key(name: str) -> str:
    """Fingerprint all that the installed set depends on, the folder's own place among it."""
    digest = hashlib.sha256(str(PROJECT).encode())
    for file in (LOCKS / f"{name}.txt", PROJECT / "pyproject.toml", PROJECT / "desktop_app" / "version.py"):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def is_current(name: str) -> bool:
    """Tell whether the environment holds this set as it is locked now."""
    remembered = stamp(name)
    return PYTHON.exists() and remembered.exists() and remembered.read_text(encoding="utf-8") == key(name)


def environment_stands() -> bool:
    """Tell whether a usable virtual environment is there."""
    return PYTHON.exists() and succeeds(str(PYTHON), "-c", "import pip")


def make_environment() -> None:
    """Create the virtual environment unless a usable one is there."""
    if not environment_stands():
        print(f"Making .venv with Python {sys.version.split()[0]}", flush=True)
        run(sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT))


def install(name: str) -> None:
    """Install the locked set, checked by its hashes, and the project itself on top, editable."""
    print(f"Installing the locked packages for {name} into .venv", flush=True)
    pip = (str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check")
    # The lock is whole. Without "--no-deps", pip (seen in 23.2) looks up anew what is asked for with an
    # extra, such as "coverage[toml]", and stops as soon as a newer version than the locked one is out.
    run(*pip, "--no-deps", "--require-hashes", "--requirement", str(LOCKS / f"{name}.txt"))
    run(*pip, "--no-deps", "--no-build-isolation", "--editable", str(PROJECT))
    stamp(name).write_text(key(name), encoding="utf-8")


def succeeds(*command: str) -> bool:
    """Tell whether a program ends well, without showing what it says."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def run(*command: str, env: dict[str, str] | None = None) -> None:
    """Run a program quietly, and stop with one sentence if it fails; what went wrong it says itself."""
    done = subprocess.run(command, env=env, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    if done.returncode != 0:
        sys.exit(f"The set-up stopped at: {' '.join(command)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
