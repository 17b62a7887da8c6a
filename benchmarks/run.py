"""How quick doorbraak starts and saves, as ratios measured in one run.

Usage: python benchmarks/run.py [ROUNDS]     (or: make bench)
Prints ratios only; nothing is asserted, since the same machine gives other seconds every day.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from doorbraak_cli.cli.built_in import marianne
from doorbraak_cli.domain.case import Answer, Case, Reflection
from doorbraak_cli.domain.pack import PackRef
from doorbraak_cli.files import case_yaml, cases, packs, wordings
from doorbraak_cli.files.atomic import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 15
ANSWERS = 2000
DUMPER = yaml.CSafeDumper if yaml.__with_libyaml__ else yaml.SafeDumper
CASES = (100, 1000)
MEASURE = """
import sys, time, resource
from itertools import islice
from pathlib import Path
from doorbraak_cli.files import cases, packs
pack, start = packs.load(), time.perf_counter()
for path in islice(sorted(Path(sys.argv[1]).iterdir()), int(sys.argv[2])):
    case = cases.read(path)
    LOOK
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
READ = MEASURE.replace("LOOK", "pass")
CHECK = "from doorbraak_cli.checks.catalogue import findings\n" + MEASURE.replace("LOOK", "findings(case, pack, 'nl')")
PROSE = "Ik ging langs en vroeg wat rust voor hen betekent.\nMoeder zei: een eigen voordeur.\n\nDe jongste tekende die."


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    start_up(rounds)
    saving(rounds)
    checking()


def start_up(rounds: int) -> None:
    """Compare starts with those of Python alone and of Python with Typer, each the best of many, taken in turn."""
    commands = {
        "python -c pass": ["-c", "pass"],
        "python -c 'import typer'": ["-c", "import typer"],
        "… and tomllib": ["-c", "import typer, tomllib"],
        "… and yaml": ["-c", "import typer, yaml"],
        "doorbraak --version": ["-m", "doorbraak_cli", "--version"],
        "doorbraak --help": ["-m", "doorbraak_cli", "--help"],
        "doorbraak questions --json": ["-m", "doorbraak_cli", "questions", "--json"],
        "doorbraak recommendations": ["-m", "doorbraak_cli", "recommendations"],
        "doorbraak search wachtlijst": ["-m", "doorbraak_cli", "search", "wachtlijst"],
    }
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(rounds):
        for name, arguments in commands.items():
            best[name] = min(best[name], seconds(lambda a=arguments: started(a)))  # type: ignore[misc]
    one, typer = best["python -c pass"], best["python -c 'import typer'"]
    print(f"{'start':<30}{'ms':>8}{'x pass':>9}{'x typer':>9}   aim")
    aims = {"doorbraak --version": "under 3 x pass", "doorbraak --help": "under 1.5 x typer"} | dict.fromkeys(
        ("doorbraak questions --json", "doorbraak recommendations"), "under 4 x typer"
    )
    for name, took in best.items():
        print(f"{name:<30}{took * 1000:>8.1f}{took / one:>9.2f}{took / typer:>9.2f}   {aims.get(name, '')}")


def started(arguments: list[str]) -> None:
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env={**os.environ})


def saving(rounds: int) -> None:
    """Compare saving one more answer into a big case with writing the same bytes plainly."""
    case = big_case()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "groot.yaml"
        with cases.held(path) as file:
            file.save(case)
            numbers = iter(range(rounds))
            saved = min(seconds(lambda: file.save(with_one_more(case, next(numbers)))) for _ in range(rounds))
        content = path.read_bytes()
        plain = min(seconds(lambda: path.write_bytes(content)) for _ in range(rounds))
        flushed = min(seconds(lambda: write_atomically(path, content)) for _ in range(rounds))
        made = min(seconds(lambda: case_yaml.dump(case)) for _ in range(rounds))
        data = case.model_dump(mode="json", exclude_defaults=True)
        by_yaml = min(seconds(lambda: yaml.dump(data, Dumper=DUMPER, allow_unicode=True)) for _ in range(rounds))
    size = f"{ANSWERS} answers, {len(content) / 1000:.0f} kB"
    print(f"\n{'saving one answer (' + size + ')':<52}{'ms':>8}{'x plain':>9}   aim")
    rows = [
        ("write_bytes: plain", plain, ""),
        ("written, flushed and renamed", flushed, ""),
        ("made into YAML", made, ""),
        ("made into YAML by PyYAML", by_yaml, ""),
        ("one answer saved", saved, "under 30 ms"),
    ]
    for name, took, aim in rows:
        print(f"{name:<52}{took * 1000:>8.1f}{took / plain:>9.1f}   {aim}")


def checking() -> None:
    """Compare looking through many cases with only reading them, and the memory that takes with ten times as many."""
    most = max(CASES)
    with tempfile.TemporaryDirectory() as folder:
        content = case_yaml.dump(marianne(packs.load(), wordings.load("nl"), date(2026, 4, 30)))
        for number in range(most):
            (Path(folder) / f"case-{number:04}.yaml").write_bytes(content)
        print(f"\n{'looking through cases':<30}{'cases':>8}{'ms each':>9}{'x read':>9}{'MB':>7}   aim")
        for count in CASES:
            read, _ = measured(READ, folder, count)
            took, memory = measured(CHECK, folder, count)
            print(f"{'':<30}{count:>8}{took * 1000 / count:>9.2f}{took / read:>9.2f}{memory:>7.0f}   flat memory")


def measured(program: str, folder: str, count: int) -> tuple[float, float]:
    """Give the seconds and the most megabytes that a program takes with so many cases of a folder."""
    told = subprocess.run(
        [sys.executable, "-c", program, folder, str(count)], check=True, capture_output=True, text=True
    ).stdout.split()
    return float(told[-2]), float(told[-1])


def big_case() -> Case:
    answers = tuple(
        Answer(id=f"q-{number}.evidence", asked="Waaraan zag je dat?", value=PROSE) for number in range(ANSWERS)
    )
    ref = PackRef(id="p", version="1", digest="d")
    day = date(2026, 4, 30)
    reflection = Reflection(id="reflection-1", started=day, language="nl", pack=ref, answers=answers)
    return Case(about="case", created=day, reflections=(reflection,))


def with_one_more(case: Case, number: int) -> Case:
    reflection = case.reflections[0].with_answer(Answer(id=f"more-{number}", asked="?", value=PROSE))
    return case.with_sitting(reflection)


def seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
