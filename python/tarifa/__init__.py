"""Tarifa: what trade law puts on entries, and what trade actions do.

`duty` prices frames of entries in this process, near the speed of memory; the other functions ask the `tarifa`
command, found by the variable `TARIFA` or on the path, and return its JSON.
"""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa

from . import _command, _frames, _library
from ._errors import CommandMissing, TarifaError

__all__ = [
    "Answer",
    "CommandMissing",
    "Picture",
    "TarifaError",
    "assess",
    "design",
    "duty",
    "explain",
    "pictures",
    "rates",
    "world",
]

Frame = TypeVar("Frame")
Day = str | datetime.date


def duty(
    frame: Frame, *, importer: str = "us", known_on: Day | None = None, threads: int | None = None
) -> Frame:
    """What is owed on each entry of a frame.

    frame: a pandas or Polars frame, a PyArrow table or record batch, or a dict of NumPy arrays, with the columns
        `hts` (text of 8 or 10 digits, dots allowed), `origin` (two letters), `date` (days, timestamps or
        YYYY-MM-DD), and, where they are known, `value` (dollars: whole, binary, decimal or text; binary ones are
        rounded to the cent), `quantity`, `unit`, `claims`, `facts` (several separated by `;`) and `importer`.
        Text, days and numbers are read where they are, without a copy. In pandas a NaN is a value that is not
        stated; elsewhere it is a number that cannot be read.
    importer: whose law is read where a row names none.
    known_on: the law as it was known on that day.
    threads: at most so many; as many as there are processors without it.

    Returns a frame of the same kind and length, in the same order (and with the same index): `status`, `rate`,
    `additional_rate`, `rate_low`, `rate_high` (fractions of the value), `duty` (dollars and cents, exact decimals;
    whole cents named `duty_cents` with NumPy), `edition` and `detail`. Nothing is lost: a row that is wrong has a
    status other than `ok`, `needs-facts`, `inadmissible` and `unparsed`, and a detail that says what to mend.

    Raises TarifaError when the frame itself cannot be read.
    """
    day = None if known_on is None else (_day(known_on) - datetime.date(1970, 1, 1)).days
    return _frames.price(frame, _library.book(importer, day), threads)


class Answer(dict[str, Any]):
    """The JSON of the command; a notebook shows an explained duty as a table."""

    def _repr_html_(self) -> str | None:
        if "lines" not in self or "total" not in self:
            return None

        def percent(rate: Any) -> str:
            return "" if rate is None else f"{100 * rate:.6g}%"

        rows = "".join(
            f"<tr><td>{escape(line.get('heading') or '')}</td><td>{escape(line.get('title') or '')}</td>"
            f"<td>{escape(line.get('status') or '')}</td><td>{percent(line.get('rate'))}</td>"
            f"<td>{escape(line.get('citation') or '')}</td></tr>"
            for line in self["lines"]
        )
        head = f"{self.get('hts')} from {self.get('origin')} on {self.get('on')}: {self.get('status')}"
        return (
            f"<table><caption>{escape(head)}, {percent(self['total'].get('rate'))}</caption><tr><th>heading</th>"
            f"<th>measure</th><th>status</th><th>rate</th><th>citation</th></tr>{rows}</table>"
        )


def explain(
    hts: str,
    origin: str,
    on: Day,
    *,
    value: Any = None,
    quantity: Any = None,
    unit: str | None = None,
    claims: Iterable[str] = (),
    facts: Mapping[str, Any] | None = None,
    **options: Any,
) -> Answer:
    """One entry with every line of law, its citation, the readings and the questions: `tarifa duty --json`.

    facts: by name, as in `{"steel": 50}`.
    options: further flags by name, as in `known_on="2025-05-01"` or `fees=True`.
    """
    words = _command.flags(
        {
            "origin": origin,
            "on": on,
            "value": value,
            "quantity": quantity,
            "unit": unit,
            "claim": list(claims),
            "fact": [f"{name}={value}" for name, value in (facts or {}).items()],
            **options,
        }
    )
    return Answer(_command.ask("duty", hts, *words))


def rates(day: Day, **options: Any) -> pa.Table:
    """Every rate of a day, or of some origins (`origin=["CN"]`) or goods: `tarifa rates --on DAY`."""
    import pyarrow.csv

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rates.csv"
        _command.run("rates", "--on", str(_day(day)), "--output", str(path), *_command.flags(options))
        # Codes are text; their leading zeros stay.
        names = path.open(encoding="utf-8").readline().strip().split(",")
        kinds = {name: pa.string() for name in names if name in ("hts", "origin")}
        return pyarrow.csv.read_csv(path, convert_options=pyarrow.csv.ConvertOptions(column_types=kinds))


def assess(action: str | Path, **options: Any) -> Answer:
    """What an action does to imports, prices, revenue and welfare: `tarifa assess --json`.

    action: the id of a shipped action or the path of its folder.
    options: flags by name, as in `model="gsim"` or `draws=1000, seed=1`.
    """
    return Answer(_command.ask("assess", str(action), *_command.flags(options)))


def design(brief: str | Path, **options: Any) -> Answer:
    """The list chosen for a brief, with its proof: `tarifa design --json`."""
    return Answer(_command.ask("design", str(brief), *_command.flags(options)))


def world(action: str | Path | None = None, **options: Any) -> Answer:
    """An action through the world model: `tarifa world assess --json`; without an action, a base and a shock
    of your own (`base=DIR, shock=FILE`): `tarifa world solve --json`."""
    if action is None:
        return Answer(_command.ask("world", "solve", *_command.flags(options)))
    return Answer(_command.ask("world", "assess", str(action), *_command.flags(options)))


class Picture(str):
    """A drawing (SVG) that a notebook shows."""

    def _repr_svg_(self) -> str:
        return str(self)


def pictures(*words: str, **options: Any) -> dict[str, Picture]:
    """The pictures of an answer by their names, as `--report` draws them: `pictures("assess", "us-301-list-1")`,
    `pictures("world", "assess", "tpp-12")`.

    words: the command and what it is asked about.
    options: flags by name.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report"
        _command.run(*words, *_command.flags(options), "--report", f"{report}/")
        return {path.stem: Picture(path.read_text(encoding="utf-8")) for path in sorted(report.glob("*.svg"))}


def _day(day: Day) -> datetime.date:
    if isinstance(day, datetime.date):
        return day
    try:
        return datetime.date.fromisoformat(day)
    except ValueError as error:
        raise TarifaError(f"'{day}' is not a day; write YYYY-MM-DD") from error
