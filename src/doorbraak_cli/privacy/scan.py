"""Data by which a person can be found, recognised by its form. What has no form, such as a first name, is not seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Trace = Literal["citizen-number", "bank-account", "e-mail", "phone", "postcode", "address", "birth-date", "name"]
_NUMBERS: tuple[Trace, ...] = ("citizen-number", "phone")

_GAP = r"[^\S\n]"  # never a new line: what stands below each other in a list is not one thing
_CAPITAL = r"[A-ZÀ-ÖØ-Þ\u0100-\u024f]"
_WORD = rf"{_CAPITAL}[\w'\u2019-]{{1,40}}"
_NAME = rf"(?:(?i:van|de|der|den|het|ter|ten|te|in|op|el|al|'t|\u2019t){_GAP}+)*{_WORD}"
_CALLED = (
    rf"(?:(?i:mevrouw|meneer|de heer|familie|dokter|juf|meester){_GAP}+"
    rf"|(?:(?i:mevr|mw|dhr|hr|fam|drs?)|[Mm]rs?|Ms)(?:\.{_GAP}*|{_GAP}+))"
)
_STREETS = "straat|laan|weg|plein|gracht|kade|dijk|hof|steeg|singel|pad|dreef|plantsoen"
_NO_STREET = r"(?!(?:Onderweg|Gerechtshof|Werkplein)\b)"
_MONTH = "(?:jan|feb|mrt|maa|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*"
_DATE = (
    rf"(?:\d{{1,2}}[-/. ]{{1,3}}(?:\d{{1,2}}|{_MONTH})[-/. ]{{1,3}}(?:\d{{4}}|\d{{2}})"
    rf"|\d{{4}}-\d\d-\d\d|{_MONTH}\.? \d{{1,2}},? \d{{4}})\b"
)
# A date may look like a number when something is counted behind it, as in "on 03-06-2025 14:00".
_DAY = re.compile(
    rf"(?<!\d)(?:\d{{1,2}}{_GAP}?[-/.]{_GAP}?\d{{1,2}}{_GAP}?[-/.]{_GAP}?(?:19|20)\d\d"
    r"|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)"
)

_FORMS: tuple[tuple[Trace, re.Pattern[str]], ...] = (
    ("bank-account", re.compile(r"\b[A-Z]{2}\d{2}[ .]?[A-Z]{4}(?:[ .]?\d){10}\b", re.IGNORECASE)),
    ("e-mail", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w")),
    ("citizen-number", re.compile(r"(?<![\d+])\d(?:[ .-]?\d){8}(?!\d)")),
    # Called a BSN it is one, also with a digit mistyped or left out.
    ("citizen-number", re.compile(r"\bbsn\b\D{0,12}\d(?:[ .-]?\d){7,8}(?!\d)", re.IGNORECASE)),
    (
        "phone",
        # Numbers that start with 0800 or 0900 belong to services, such as Veilig Thuis.
        re.compile(
            r"(?<![\d+])(?:(?:\+|00)31[ .-]?(?:\(0\) ?)?|0(?!800|900))[1-9]"
            r"(?:(?:\)?[ /\u2013-]{0,3}\d){8}|(?:\.?\d){8})(?!\d)"
        ),
    ),
    # A year with GI, OM or VT behind it is no postcode, nor is what comes after "in" or "sinds", an article, or a unit.
    (
        "postcode",
        re.compile(
            rf"\b(?!(?:19|20)\d\d (?:GI|OM|VT)\b)(?<!\bin )(?<!\bsinds )(?<!\bvanaf )(?<!\btot )(?<!\bartikel )"
            rf"[1-9]\d{{3}}(?:{_GAP}?(?!SA|SD|SS)[A-Z]{{2}}|(?!km|kg|mg|ml|cm|mm|kb|mb)[a-z]{{2}})\b"
        ),
    ),
    (
        "address",
        re.compile(
            rf"\b(?:{_WORD}{_GAP}+){{0,3}}{_NO_STREET}{_CAPITAL}[\w'-]{{0,40}}(?:{_STREETS})(?:,?{_GAP}+)(?:nr\.?{_GAP}*)?"
            rf"\d+(?:-\d+|{_GAP}?[a-zA-Z])?\b"
            rf"|\b\d+[a-zA-Z]?{_GAP}+(?:{_WORD}{_GAP}+){{1,3}}(?:Street|Road|Lane|Avenue)\b"
        ),
    ),
    (
        "birth-date",
        re.compile(
            r"\b(?:geb\b\.?(?: ?dat\b\.?)?|(?:geboren|geboortedatum|born|dob|date of birth)\b)"
            rf"[^\d.!?]{{0,20}}{_DATE}"
            rf"|{_DATE}\W{{0,3}}(?:geboren|geb\b)",
            re.IGNORECASE,
        ),
    ),
    ("name", re.compile(rf"\b{_CALLED}(?:[A-Z](?:\.{_GAP}*|{_GAP}+))*{_NAME}(?:{_GAP}+{_NAME}){{0,2}}")),
)


@dataclass(frozen=True, slots=True)
class Found:
    """What may lead to a person: characters `start` up to `end` of the text."""

    start: int
    end: int
    trace: Trace


def found(text: str) -> list[Found]:
    """Give what can be traced to a person, in the order of the text; nothing that is only a part of something found."""
    every = [one for trace, form in _FORMS for one in _matches(text, trace, form)]
    whole: list[Found] = []
    for one in sorted(every, key=lambda one: (one.start, -one.end)):
        if not whole or one.end > whole[-1].end:
            whole.append(one)
    return whole


def masked(text: str) -> str:
    """Give the text with all that can be traced to a person left out, and a mark where it stood."""
    while places := found(text):
        text = _without(places, text)
    return text


def _without(places: Iterable[Found], text: str) -> str:
    kept, end = "", 0
    for one in places:
        kept += text[end : one.start] + "[…]" if one.start >= end else ""
        end = one.end
    return kept + text[end:]


def _matches(text: str, trace: Trace, form: re.Pattern[str]) -> Iterator[Found]:
    if trace in _NUMBERS:
        text = _DAY.sub(lambda day: "_" * len(day.group()), text)
    for match in form.finditer(text):
        if trace != "citizen-number" or not match.group()[0].isdigit() or _passes_eleven_test(match.group()):
            yield Found(match.start(), match.end(), trace)


def _passes_eleven_test(number: str) -> bool:
    """Tell whether nine digits can be a BSN: weighted, the last one with minus one, they add up to a multiple of 11."""
    digits = [int(one) for one in number if one.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return any(digits) and sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 11 == 0
