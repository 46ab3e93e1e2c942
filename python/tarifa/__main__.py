"""`python -m tarifa duty IN.parquet -o OUT.parquet`"""

from __future__ import annotations

import argparse
import datetime
import sys

from . import _library, _parquet
from ._errors import TarifaError


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tarifa", description="What trade law puts on entries.")
    commands = parser.add_subparsers(dest="command", required=True)
    duty = commands.add_parser("duty", help="Price a Parquet file of entries into another.")
    duty.add_argument("source", help="Columns hts, origin, date; id, value, quantity, unit, claims, facts, importer.")
    duty.add_argument("-o", "--output", required=True, help="One row for each row in, in order.")
    duty.add_argument("--rejected", help="Takes the rows that could not be answered, and what to mend.")
    duty.add_argument("--importer", default="us", help="The importer whose law is read.")
    duty.add_argument("--known-on", type=datetime.date.fromisoformat, help="The law as known on that day.")
    duty.add_argument("--threads", type=int, help="At most so many.")
    asked = parser.parse_args(words)
    known = None if asked.known_on is None else (asked.known_on - datetime.date(1970, 1, 1)).days
    try:
        count = _parquet.price(
            asked.source,
            asked.output,
            book=_library.book(asked.importer, known),
            rejected=asked.rejected,
            threads=asked.threads,
        )
    except TarifaError as error:
        print(f"tarifa: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"tarifa: {asked.output} cannot be written: {error}", file=sys.stderr)
        return 1
    print(count, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
