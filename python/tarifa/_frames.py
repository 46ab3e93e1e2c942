"""Frames of every kind into Arrow and back."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from . import _columns
from . import _library as lib
from ._errors import TarifaError

# Batches smaller than this are put together before they are priced.
_SMALL_BATCH = 1 << 16


def _array(name: str, values: Any, from_pandas: bool) -> pa.Array:
    try:
        array = pa.array(values, from_pandas=from_pandas)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError) as error:
        raise TarifaError(f"{name}: the column holds values of several kinds or none that is known: {error}") from error
    if isinstance(array, pa.ChunkedArray):
        array = array.combine_chunks()
    return array


def _batch(columns: dict[str, Any], from_pandas: bool) -> pa.RecordBatch:
    _columns.check_names(columns)
    arrays = {name: _array(name, columns[name], from_pandas) for name in _columns.NAMES if name in columns}
    lengths = {name: len(array) for name, array in arrays.items()}
    if len(set(lengths.values())) > 1:
        raise TarifaError("the columns differ in length: " + ", ".join(f"{n} {c}" for n, c in lengths.items()))
    return pa.RecordBatch.from_arrays(list(arrays.values()), names=list(arrays))


def _table(table: pa.Table, book: lib.Book, threads: int | None) -> pa.Table:
    _columns.check_names(table.schema.names)
    table = table.select([name for name in _columns.NAMES if name in table.schema.names])
    batches = table.to_batches()
    if len(batches) > 1 and table.num_rows < len(batches) * _SMALL_BATCH:
        batches = table.combine_chunks().to_batches()
    answers = [_columns.price(batch, book, threads) for batch in batches]
    return pa.Table.from_batches(answers, schema=_columns.SCHEMA).unify_dictionaries()


def price(frame: Any, book: lib.Book, threads: int | None) -> Any:
    """Prices a frame; the answers come in a frame of the same kind, see `tarifa.duty`."""
    if isinstance(frame, pa.RecordBatch):
        return _columns.price(frame, book, threads)
    if isinstance(frame, pa.Table):
        return _table(frame, book, threads)
    if isinstance(frame, dict):
        answers = _columns.price(_batch(frame, from_pandas=False), book, threads)
        return _numpy(answers)
    module = type(frame).__module__.partition(".")[0]
    if module == "pandas":
        columns = {name: frame[name] for name in _columns.NAMES if name in frame.columns}
        return _pandas(_columns.price(_batch(columns, from_pandas=True), book, threads), frame.index)
    if module == "polars":
        import polars

        if isinstance(frame, polars.LazyFrame):
            raise TarifaError("a lazy frame has no rows yet; call .collect() first")
        names = [name for name in _columns.NAMES if name in frame.columns]
        return polars.from_arrow(_table(frame.select(names).to_arrow(), book, threads))
    if hasattr(frame, "__arrow_c_stream__"):
        return _table(pa.table(frame), book, threads)
    raise TarifaError(
        f"a {type(frame).__name__} is no frame of entries; give a pandas or Polars frame, a PyArrow table or record "
        "batch, or a dict of NumPy arrays"
    )


def _pandas(answers: pa.RecordBatch, index: Any) -> Any:
    import pandas

    frame = answers.to_pandas(types_mapper={_columns.MONEY: pandas.ArrowDtype(_columns.MONEY)}.get)
    frame.index = index
    return frame


def _numpy(answers: pa.RecordBatch) -> dict[str, np.ndarray]:
    found: dict[str, np.ndarray] = {}
    for name in answers.schema.names:
        column = answers.column(name)
        if name == "duty":
            cents = np.frombuffer(column.buffers()[1], np.int64).reshape(-1, 2)[: len(column), 0]
            missing = column.is_null().to_numpy(zero_copy_only=False)
            found["duty_cents"] = np.ma.MaskedArray(cents, missing)
        elif pa.types.is_dictionary(column.type):
            texts = np.array(column.dictionary.to_pylist() + [None], dtype=object)
            numbers = column.indices.fill_null(len(texts) - 1).to_numpy(zero_copy_only=False)
            found[name] = texts[numbers]
        else:
            # A rate that is missing is NaN here.
            found[name] = column.to_numpy(zero_copy_only=False)
    return found
