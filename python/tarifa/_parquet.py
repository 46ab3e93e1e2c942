"""Files of entries, priced row group by row group: memory does not grow with the file."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from . import _columns
from . import _library as lib
from ._errors import TarifaError

# Rows that are read, priced and written at a time.
BATCH = 1 << 18


@dataclass
class Count:
    """Rows of a file by what became of them."""

    read: int = 0
    rejected: int = 0
    statuses: dict[str, int] = field(default_factory=dict)

    @property
    def accepted(self) -> int:
        return self.read - self.rejected

    def add(self, answers: pa.RecordBatch, book: lib.Book) -> None:
        codes = answers.column("status").indices.to_numpy(zero_copy_only=False)
        for code, name in enumerate(book.statuses.to_pylist()):
            rows = int((codes == code).sum())
            if rows:
                self.statuses[name] = self.statuses.get(name, 0) + rows
                self.rejected += rows if code >= lib.FIRST_REJECTED else 0
        self.read += answers.num_rows

    def __str__(self) -> str:
        counts = ", ".join(f"{name} {count}" for name, count in sorted(self.statuses.items()))
        return f"{self.read} rows: {self.accepted} accepted, {self.rejected} rejected ({counts})"


def plain(answers: pa.RecordBatch, identity: pa.Array | None) -> pa.RecordBatch:
    """The answers as they are written: with the id of each row, status and edition and detail as dictionaries."""
    if identity is None:
        return answers
    return pa.RecordBatch.from_arrays(
        [identity, *answers.columns], names=["id", *answers.schema.names]
    )


def price(
    source: str | Path,
    output: str | Path,
    *,
    book: lib.Book,
    rejected: str | Path | None = None,
    threads: int | None = None,
) -> Count:
    """Prices a Parquet file of entries into another, one row for each row in, in order.

    rejected: takes the rows that could not be answered, in full, with status, detail and their number in the file.

    Files are written to a temporary name and renamed when they are whole.
    """
    try:
        file = pq.ParquetFile(source)
    except (OSError, pa.ArrowInvalid) as error:
        raise TarifaError(f"{source} cannot be read as Parquet: {error}") from error
    names = file.schema_arrow.names
    _columns.check_names(names)
    wanted = [name for name in ("id", *_columns.NAMES) if name in names]
    count = Count()
    temporary = [Path(f"{path}.{os.getpid()}.part") for path in (output, rejected) if path is not None]
    writers: list[pq.ParquetWriter | None] = [None, None]
    try:
        try:
            for batch in file.iter_batches(BATCH, columns=wanted):
                answers = _columns.price(batch, book, threads)
                identity = batch.column("id") if "id" in batch.schema.names else None
                rows = plain(answers, identity)
                if writers[0] is None:
                    writers[0] = pq.ParquetWriter(temporary[0], rows.schema)
                writers[0].write_batch(rows)
                if rejected is not None:
                    bad = rejects(batch, answers, first=count.read)
                    if writers[1] is None:
                        writers[1] = pq.ParquetWriter(temporary[1], bad.schema)
                    writers[1].write_batch(bad)
                count.add(answers, book)
            if writers[0] is None:
                empty = plain(
                    pa.RecordBatch.from_pylist([], schema=_columns.SCHEMA),
                    pa.array([], file.schema_arrow.field("id").type) if "id" in wanted else None,
                )
                writers[0] = pq.ParquetWriter(temporary[0], empty.schema)
        finally:
            for writer in writers:
                if writer is not None:
                    writer.close()
        for path, part in zip([p for p in (output, rejected) if p is not None], temporary):
            if part.exists():
                os.replace(part, path)
    except pa.ArrowException as error:
        raise TarifaError(f"{source}: {error}") from error
    finally:
        for part in temporary:
            part.unlink(missing_ok=True)
    return count


def rejects(batch: pa.RecordBatch, answers: pa.RecordBatch, first: int) -> pa.RecordBatch:
    """The rows that could not be answered as they came, with their number from zero and what to mend."""
    import numpy as np

    codes = answers.column("status").indices.to_numpy(zero_copy_only=False)
    rows = np.flatnonzero(codes >= lib.FIRST_REJECTED)
    places = pa.array(rows)
    kept = batch.take(places)
    return pa.RecordBatch.from_arrays(
        [
            pa.array(rows + first),
            *kept.columns,
            answers.column("status").take(places).dictionary_decode(),
            answers.column("detail").take(places).dictionary_decode(),
        ],
        names=["row", *kept.schema.names, "status", "detail"],
    )
