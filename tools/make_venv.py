"""Make the virtual environment and install doorbraak in it: with uv if it is there, otherwise with venv and pip.

Usage: make_venv.py FOLDER [GROUP]     GROUP is a dependency group of pyproject.toml: test, lint, types or dev.
Needs nothing but Python 3.11 or newer, and runs on Windows, macOS and Linux.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

LOWEST = (3, 11)


def main() -> int:
    """Make the environment and give the exit code."""
    if sys.version_info < LOWEST:
        sys.stderr.write(
            f"doorbraak needs Python {LOWEST[0]}.{LOWEST[1]} or newer; this is {sys.version.split()[0]}. "
            "Name a newer one: make demo PYTHON=python3.12\n"
        )
        return 2
    folder, group = Path(sys.argv[1]), sys.argv[2:3]
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = ["-e", ".", *(["--group", *group] if group else [])]
    sys.stderr.write(f"Setting up {folder} (once) …\n")
    if uv := shutil.which("uv"):
        if not python.exists():
            run(uv, "venv", "-q", "--python", sys.executable, str(folder))
        run(uv, "pip", "install", "-q", "--python", str(python), *wanted)
        return 0
    if not has_pip(python):
        run(sys.executable, "-m", "venv", "--clear", str(folder))
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "-q"]
    run(*pip, "--upgrade", "pip>=25.1")
    run(*pip, *wanted)
    return 0


def has_pip(python: Path) -> bool:
    """Tell whether the environment is whole; a Python without ensurepip leaves half of one behind."""
    return (
        python.exists()
        and not subprocess.run([python, "-m", "pip", "--version"], check=False, capture_output=True).returncode
    )


def run(*command: str) -> None:
    """Run a command; leave with its exit code where it fails, as it has told why itself."""
    code = subprocess.run(command, check=False).returncode
    if code:
        sys.exit(code)


if __name__ == "__main__":
    sys.exit(main())
