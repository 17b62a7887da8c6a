"""What is wrong with YAML that cannot be read, in words that say what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.errors import Message, Problem
from doorbraak_cli.files.places import problem_at

if TYPE_CHECKING:
    from doorbraak_cli.files.places import Lines

# What yaml says (libyaml and the Python reader differ), our key, and whether it is shown where the construct began.
_SYNTAX = (
    (r"tab character", "yaml.tab", False),
    (r"maximum nesting depth", "yaml.depth", False),
    (r"could not find expected ':'", "yaml.colon-missing", True),
    (r"mapping values are not allowed", "yaml.colon-in-text", False),
    (r"quoted scalar: found unexpected", "yaml.quote-open", True),
    (r"escape (character|code|sequence)|hexdecimal", "yaml.backslash", True),
    (r"flow (sequence|mapping): .*expected ','", "yaml.bracket-open", True),
    (r"flow node: ", "yaml.bracket-end", False),
    (r"block (mapping|collection): .*expected|<document start>", "yaml.indentation", False),
    (r"cannot start any token", "yaml.quote-needed", False),
    (r"scanning (an alias|an anchor|a block scalar): ", "yaml.quote-needed", True),
)


def syntax_problem(error: Exception, text: str, lines: Lines, path: str, *, depth: int) -> Problem:
    """Give the problem for what yaml refused, where an editor would look for it; `depth` is how deep it may go."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem(path, 0, 0, Message("yaml.syntax", {"problem": first_line(str(error))}))
    key, begins = _syntax_rule(f"{error.context}: {error.problem}")
    ends = error.problem_mark.index if error.problem_mark else 0
    index = error.context_mark.index if begins and error.context_mark else ends
    place = lines.place(index)
    problem = first_line(error.problem or "")
    values = {"character": text[index : index + 1], "line": lines.place(ends).line, "problem": problem, "most": depth}
    before = text[index + 1 - place.column : index]
    return problem_at(path, place, _refined(key, before, text[index:]), **values)


def _syntax_rule(said: str) -> tuple[str, bool]:
    rules = ((key, begins) for pattern, key, begins in _SYNTAX if re.search(pattern, said))
    return next(rules, ("yaml.syntax", False))


def _refined(key: str, before: str, after: str) -> str:
    if key == "yaml.quote-needed" and after.startswith("\t"):
        return "yaml.tab"
    if key == "yaml.bracket-end" and after.strip():
        return "yaml.syntax"
    return "yaml.line-not-ended" if key == "yaml.indentation" and before.strip() else key
