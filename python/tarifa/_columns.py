"""Columns of entries into the engine, and of answers out of it, through the buffers of Arrow."""

from __future__ import annotations

import ctypes
import os
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from . import _library as lib
from ._errors import TarifaError

# The columns of a table of entries, and the field each is.
NAMES = {
    "hts": "hts",
    "origin": "origin",
    "date": "day",
    "value": "value",
    "quantity": "quantity",
    "unit": "unit",
    "claims": "claims",
    "facts": "facts",
    "importer": "importer",
}
NEEDED = ("hts", "origin", "date")
RATES = ("rate", "additional_rate", "rate_low", "rate_high")
# Exact dollars and cents.
MONEY = pa.decimal128(20, 2)
SCHEMA = pa.schema(
    [("status", pa.dictionary(pa.int8(), pa.string()))]
    + [(name, pa.float64()) for name in RATES]
    + [
        ("duty", MONEY),
        ("edition", pa.dictionary(pa.int32(), pa.string())),
        ("detail", pa.dictionary(pa.int32(), pa.string())),
    ]
)
# Rows below which a second thread costs more than it saves.
WORTH_A_THREAD = 1 << 16
# Rows of one call of the engine at most.
CALL_LIMIT = 1 << 30


def check_names(names) -> None:
    missing = [name for name in NEEDED if name not in names]
    if missing:
        raise TarifaError(
            f"there is no column '{missing[0]}'; the columns are {', '.join(NAMES)} (value and those after it "
            "may be left out), and others are not looked at"
        )


def _plain(name: str, array: pa.Array) -> pa.Array:
    """The column in a type the engine reads; the same array where it is in one already."""
    kind = array.type
    if pa.types.is_dictionary(kind):
        array = array.dictionary_decode()
        kind = array.type
    if pa.types.is_null(kind) or pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return array
    if isinstance(kind, pa.ExtensionType):
        return _plain(name, array.storage)
    if pa.types.is_string_view(kind):
        return array.cast(pa.large_string())
    if name == "date":
        if pa.types.is_date32(kind):
            return array
        if pa.types.is_date(kind) or pa.types.is_timestamp(kind):
            # The day that the clock of the column shows.
            local = array if not pa.types.is_timestamp(kind) or kind.tz is None else pc.local_timestamp(array)
            return pc.cast(local, pa.date32(), safe=False)
    if name in ("value", "quantity"):
        if pa.types.is_float64(kind):
            return array
        if pa.types.is_floating(kind):
            return array.cast(pa.float64())
        if pa.types.is_integer(kind):
            return array.cast(pa.decimal128(20, 0))
        if pa.types.is_decimal(kind):
            if pa.types.is_decimal128(kind) and 0 <= kind.scale <= 12:
                return array
            try:
                return array.cast(pa.decimal128(38, min(max(kind.scale, 0), 12)))
            except pa.ArrowInvalid as error:
                raise TarifaError(
                    f"{name}: decimals of type {kind} do not fit twelve places: {error}; round them first"
                ) from error
    if name == "hts" and pa.types.is_integer(kind):
        raise TarifaError(
            "hts: a column of integers has lost its leading zeros, and with them whether a code has eight or ten "
            "digits; give text, as in '0101210010'"
        )
    wanted = {"date": "days, timestamps or text", "value": "numbers or text", "quantity": "numbers or text"}
    raise TarifaError(f"{name}: a column of type {kind} cannot be read; give {wanted.get(name, 'text')}")


def _column(array: pa.Array) -> lib.Column:
    kind = array.type
    if pa.types.is_null(kind):
        return lib.Column(kind=lib.ABSENT)
    buffers = array.buffers()

    def at(buffer) -> int | None:
        return buffer.address if buffer is not None and buffer.size > 0 else None

    column = lib.Column(offset=array.offset)
    column.validity = at(buffers[0]) if array.null_count else None
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        column.kind = lib.UTF8 if pa.types.is_string(kind) else lib.LARGE_UTF8
        column.offsets, column.values = at(buffers[1]), at(buffers[2])
    else:
        column.values = at(buffers[1])
        if pa.types.is_date32(kind):
            column.kind = lib.DATE32
        elif pa.types.is_float64(kind):
            column.kind = lib.FLOAT64
        else:
            column.kind, column.scale = lib.DECIMAL128, kind.scale
    # A column of no rows may have no buffers at all.
    return column if len(array) else lib.Column(kind=lib.ABSENT)


def _decimal(cents: np.ndarray, validity: pa.Buffer | None) -> pa.Array:
    """Whole cents as decimals of two places: their integers widened to sixteen bytes."""
    wide = np.empty((len(cents), 2), dtype=np.int64)
    wide[:, 0] = cents
    wide[:, 1] = cents >> 63
    return pa.Array.from_buffers(MONEY, len(cents), [validity, pa.py_buffer(wide)])


def price(batch: pa.RecordBatch, book: lib.Book, threads: int | None = None) -> pa.RecordBatch:
    """Prices a batch of entries.

    batch: the columns of `NAMES`; others are not looked at.
    threads: at most so many; as many as there are processors without it.

    Returns as many rows, in the same order, with the columns of `SCHEMA`.
    """
    check_names(batch.schema.names)
    rows = batch.num_rows
    columns = {
        field: _plain(name, batch.column(name)) for name, field in NAMES.items() if name in batch.schema.names
    }
    words = (rows + 63) // 64 * 8
    status = np.empty(rows, np.int8)
    rates = [np.empty(rows, np.float64) for _ in RATES]
    duty, edition, detail = np.empty(rows, np.int64), np.empty(rows, np.int32), np.empty(rows, np.int32)
    validities = [np.empty(words, np.uint8) for _ in range(6)]

    def part(start: int, end: int) -> pa.StringArray:
        entries = lib.Entries(rows=end - start)
        for field, array in columns.items():
            setattr(entries, field, _column(array.slice(start, end - start)))
        answers = lib.Answers(status=status[start:].ctypes.data)
        for name, values in zip(RATES, rates):
            setattr(answers, name, values[start:].ctypes.data)
        answers.duty, answers.edition = duty[start:].ctypes.data, edition[start:].ctypes.data
        answers.detail = detail[start:].ctypes.data
        for name, bits in zip((*RATES, "duty", "edition"), validities):
            setattr(answers, name + "_validity", bits[start // 8 :].ctypes.data)
        return book.price(entries, answers)

    workers = max(1, min(threads or os.cpu_count() or 1, rows // WORTH_A_THREAD))
    size = max(64, min((-(-rows // workers) + 63) // 64 * 64, CALL_LIMIT))
    parts = [(start, min(start + size, rows)) for start in range(0, rows, size)]
    if len(parts) == 1:
        texts = part(*parts[0])
    elif parts:
        with ThreadPoolExecutor(workers) as pool:
            found = list(pool.map(lambda bounds: part(*bounds), parts))
        # The details of all parts, each once, and the place of each part's own among them.
        merged = pa.concat_arrays(found).dictionary_encode()
        texts, places, first = merged.dictionary, merged.indices.to_numpy(), 0
        for (start, end), own in zip(parts, found):
            detail[start:end] = places[first : first + len(own)][detail[start:end]]
            first += len(own)
    else:
        texts = pa.array([], pa.string())

    bits = [pa.py_buffer(validity) for validity in validities]
    arrays = [pa.DictionaryArray.from_arrays(pa.array(status), book.statuses)]
    arrays += [
        pa.Array.from_buffers(pa.float64(), rows, [valid, pa.py_buffer(values)]) for valid, values in zip(bits, rates)
    ]
    arrays.append(_decimal(duty, bits[4]))
    editions = pa.Array.from_buffers(pa.int32(), rows, [bits[5], pa.py_buffer(edition)])
    arrays.append(pa.DictionaryArray.from_arrays(editions, book.editions))
    arrays.append(pa.DictionaryArray.from_arrays(pa.array(detail), texts))
    return pa.RecordBatch.from_arrays(arrays, schema=SCHEMA)
