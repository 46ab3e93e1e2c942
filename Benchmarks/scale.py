"""Rows a second of entries from files, frames and a cluster; see Benchmarks/scale."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

FIRST, LAST = np.datetime64("2018-01-01"), np.datetime64("2026-08-22")
# Rows of a file; a cluster reads them side by side.
FILE = 1_000_000
# One row in a thousand is wrong, in each of these ways by turns.
WRONG = 1000


def drawn(flows: pa.Table, count: int, seed: int) -> pa.Table:
    """Entries drawn in proportion to value from the imports of 2024, on days from 2018 to the end of the law."""
    dice = np.random.default_rng(seed)
    weights = flows["value"].to_numpy().astype(float)
    rows = dice.choice(len(weights), count, p=weights / weights.sum())
    days = FIRST + dice.integers(0, (LAST - FIRST).astype(int) + 1, count)
    cents = dice.integers(0, 10_000_000, count)
    wrong = np.arange(count) % WRONG == 0
    kind = np.arange(count) // WRONG % 4
    hts = flows["hts"].combine_chunks().take(pa.array(rows))
    origin = flows["origin"].combine_chunks().take(pa.array(rows))
    hts = pc.if_else(pa.array(wrong & (kind == 0)), "9999999999", hts)
    origin = pc.if_else(pa.array(wrong & (kind == 1)), pa.scalar(None, pa.string()), origin)
    days[wrong & (kind == 2)] = np.datetime64("1999-12-31")
    cents[wrong & (kind == 3)] *= -1
    cents[wrong & (kind == 3)] -= 1
    # Decimals of sixteen bytes: the cents, and their sign.
    value = pa.Array.from_buffers(
        pa.decimal128(14, 2), count, [None, pa.py_buffer(np.column_stack([cents, cents >> 63]).astype("<i8").tobytes())]
    )
    number = pa.array(np.arange(count) + seed * FILE)
    return pa.table(
        {
            "id": number, "hts": hts, "origin": origin, "date": pa.array(days.astype("datetime64[D]")),
            "value": value,
        }
    )  # fmt: skip


def files(folder: Path, rows: int) -> Path:
    """A folder of Parquet files, drawn once."""
    made = folder / f"entries-{rows}"
    flows = pa.csv.read_csv(
        folder / "flows.csv", convert_options=pa.csv.ConvertOptions(column_types={"hts": pa.string()})
    )
    made.mkdir(exist_ok=True)
    for number in range(-(-rows // FILE)):
        path = made / f"{number:03}.parquet"
        if not path.exists():
            table = drawn(flows, min(FILE, rows - number * FILE), number)
            pq.write_table(table, f"{path}.part")
            os.replace(f"{path}.part", path)
    return made


def said(name: str, rows: int, seconds: float, memory: int, duty: Decimal, answered: int) -> None:
    print(
        f"{name}: {seconds:.1f} s, {rows / seconds:,.0f} rows/s, {memory} MB; "
        f"{answered} answered, duty ${duty:,.2f}",
        flush=True,
    )


REJECTED = ["unknown-code", "unknown-origin", "out-of-span", "bad-row"]


def counted(tables) -> tuple[Decimal, int]:
    """The sum of duty and the rows that have an answer."""
    duty, answered = Decimal(0), 0
    for table in tables:
        duty += pc.sum(table["duty"].cast(pa.decimal128(20, 2))).as_py() or 0
        status = table["status"].cast(pa.string())
        answered += table.num_rows - pc.sum(pc.is_in(status, pa.array(REJECTED))).as_py()
    return duty, answered


def batches(path: Path):
    for batch in pq.ParquetFile(path).iter_batches(1 << 20, columns=["status", "duty"]):
        yield pa.Table.from_batches([batch])


def ran(words: list[str]) -> tuple[float, int]:
    """Seconds and peak memory of a command."""
    start = time.perf_counter()
    process = subprocess.Popen(words, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(words)} failed")
    return time.perf_counter() - start, usage.ru_maxrss // 1024


def from_files(folder: Path, entries: Path, rows: int) -> None:
    whole, text = folder / f"entries-{rows}.parquet", folder / f"entries-{rows}.csv"
    if not text.exists():
        with pq.ParquetWriter(whole, pq.read_schema(entries / "000.parquet")) as writer:
            with pa.csv.CSVWriter(text, pq.read_schema(entries / "000.parquet")) as lines:
                for path in sorted(entries.glob("*.parquet")):
                    table = pq.read_table(path)
                    writer.write_table(table)
                    lines.write_table(table)
    seconds, memory = ran([os.environ["TARIFA"], "duty", "--batch", str(text), "-o", str(folder / "out.csv")])
    options = pa.csv.ConvertOptions(
        include_columns=["status", "duty"], column_types={"status": pa.string(), "duty": pa.decimal128(20, 2)}
    )
    with pa.csv.open_csv(folder / "out.csv", convert_options=options) as lines:
        duty, answered = counted(pa.Table.from_batches([batch]) for batch in lines)
    said("command line, CSV to CSV", rows, seconds, memory, duty, answered)
    seconds, memory = ran(
        [sys.executable, "-m", "tarifa", "duty", str(whole), "-o", str(folder / "out.parquet")]
    )
    said("python -m tarifa, Parquet to Parquet", rows, seconds, memory, *counted(batches(folder / "out.parquet")))


FRAME = """
import resource, sys, time
from decimal import Decimal
import pyarrow as pa, pyarrow.compute as pc, pyarrow.parquet as pq
import tarifa
kind, path = sys.argv[1:]
table = pq.read_table(path)
if kind == "pandas":
    table = table.set_column(4, "value", table["value"].cast(pa.float64()))
    frame = table.to_pandas()
elif kind == "polars":
    import polars
    frame = polars.from_arrow(table)
else:
    frame = table
rows = len(frame)
for turn in ("cold", "warm"):
    start = time.perf_counter()
    answers = tarifa.duty(frame)
    seconds = time.perf_counter() - start
    if kind == "pandas":
        duty = sum(answers["duty"].dropna(), Decimal(0))
    else:
        duty = pc.sum(pa.chunked_array(pa.table({"d": answers["duty"]})["d"].chunks)).as_py()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{kind}, {turn}: {seconds:.1f} s, {rows / seconds:,.0f} rows/s, {memory} MB; duty ${duty:,.2f}", flush=True)
"""


def from_frames(folder: Path, rows: int) -> None:
    for kind in ("arrow", "polars", "pandas"):
        subprocess.run([sys.executable, "-c", FRAME, kind, str(folder / f"entries-{rows}.parquet")], check=True)


def on_clusters(entries: Path, rows: int, sizes: list[int]) -> None:
    from cluster import Cluster

    job = Path(__file__).parents[1] / "python" / "jobs" / "tarifa_job.py"
    for workers in sizes:
        with tempfile.TemporaryDirectory(dir=entries.parent) as folder:
            cluster = Cluster(Path(folder), workers=workers, memory="3G")
            try:
                start = time.perf_counter()
                process = cluster.submit(
                    job, "price", str(entries), f"{folder}/out", spark__executor__memory="1500m",
                    spark__sql__files__maxPartitionBytes="32m",
                )  # fmt: skip
                output, errors = process.communicate()
                seconds = time.perf_counter() - start
            finally:
                cluster.stop()
            if process.returncode != 0:
                sys.exit(errors[-3000:] + output[-3000:])
            line = next(each for each in output.splitlines() if "accepted" in each)
            print(
                f"Spark, {workers} workers: {seconds:.1f} s from submitting, {rows / seconds:,.0f} rows/s; {line}", flush=True
            )


def main() -> None:
    folder, rows = Path(sys.argv[1]), int(sys.argv[2])
    sizes = [int(word) for word in sys.argv[3:] if word != "only"]
    entries = files(folder, rows)
    if "only" not in sys.argv:
        from_files(folder, entries, rows)
        from_frames(folder, rows)
    on_clusters(entries, rows, sizes)


main()
