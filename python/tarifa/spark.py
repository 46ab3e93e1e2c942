"""Entries priced, and questions asked, on a Spark cluster.

The package ships itself: what runs on the workers is this package as a zip, the law engine and its book of law in it;
workers need Python, PyArrow and NumPy, and nothing of Tarifa. Tried on a standalone master with workers; `docs/scale.md`
says what was measured and how other clusters would be asked.

    spark-submit --master spark://HOST:7077 jobs/tarifa_job.py price IN OUT

Everything is a function of its partition, written by Spark's own committer: a task that is tried again, on the same
worker or another, leaves no trace of the first try.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from . import _columns, _library
from ._errors import TarifaError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.types import StructType

# Rows of a batch between Spark and Python; Spark's usual 10,000 leave the engine waiting.
BATCH = 1 << 17
# What stands in the column `rows` of the output, and so in the names of its two folders.
ACCEPTED, REJECTED = "accepted", "rejected"


@dataclass(frozen=True)
class Totals:
    """What a run read and wrote, found by reading what was written."""

    read: int
    accepted: int
    rejected: int
    statuses: dict[str, int]
    duty: Decimal

    def __str__(self) -> str:
        counts = ", ".join(f"{name} {count}" for name, count in sorted(self.statuses.items()))
        return (
            f"{self.read} rows: {self.accepted} accepted, {self.rejected} rejected ({counts}); "
            f"duty {self.duty:,.2f} dollars"
        )


# The folder of the zip that was sent, by application.
_shipped: dict[str, tempfile.TemporaryDirectory[str]] = {}


def ship(session: SparkSession) -> None:
    """Sends this package to the workers of a session, as a zip that Python reads packages from."""
    package = Path(__file__).parent
    if not package.is_dir():
        # It was shipped to this process as well, with --py-files.
        return
    context = session.sparkContext
    if context.applicationId in _shipped:
        return
    # Workers fetch it when they begin, also those that join late: it stays as long as this process.
    folder = tempfile.TemporaryDirectory(prefix="tarifa-")
    path = Path(folder.name) / "tarifa.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for file in sorted(package.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                archive.write(file, Path("tarifa") / file.relative_to(package))
    context.addPyFile(str(path))
    _shipped[context.applicationId] = folder


def _schema(columns: StructType) -> StructType:
    from pyspark.sql.types import DecimalType, DoubleType, StringType, StructField, StructType

    answers = [StructField("status", StringType())]
    answers += [StructField(name, DoubleType()) for name in _columns.RATES]
    answers += [StructField("duty", DecimalType(20, 2)), StructField("edition", StringType())]
    answers += [StructField("detail", StringType()), StructField("rows", StringType())]
    return StructType(list(columns) + answers)


def priced(entries: DataFrame, *, importer: str = "us", known_on: datetime.date | None = None) -> DataFrame:
    """A frame of entries with what is owed on each beside it: the columns of `tarifa.duty`, and `rows`, which is
    `accepted` or `rejected`.

    entries: with the columns of `tarifa.duty`; others stay as they are. A column with the name of an answer is refused.

    Raises TarifaError when a column is missing or stands in the way.
    """
    _columns.check_names(entries.columns)
    schema = _schema(entries.schema)
    twice = {name for name in schema.fieldNames() if schema.fieldNames().count(name) > 1}
    if twice:
        raise TarifaError(f"the entries have columns of answers already: {', '.join(sorted(twice))}; rename them")
    ship(entries.sparkSession)
    day = None if known_on is None else (known_on - datetime.date(1970, 1, 1)).days

    def price(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        book = _library.book(importer, day)
        for batch in batches:
            # One thread: the cluster runs as many tasks as it has cores.
            answers = _columns.price(batch, book, threads=1)
            codes = answers.column("status").indices.to_numpy(zero_copy_only=False)
            sides = pa.DictionaryArray.from_arrays(
                pa.array((codes >= _library.FIRST_REJECTED).astype("int8")), pa.array([ACCEPTED, REJECTED])
            )
            # Spark reads texts, not dictionaries.
            columns = [
                column.dictionary_decode() if pa.types.is_dictionary(column.type) else column
                for column in [*answers.columns, sides]
            ]
            yield pa.RecordBatch.from_arrays(
                [*batch.columns, *columns], names=[*batch.schema.names, *answers.schema.names, "rows"]
            )

    return entries.mapInArrow(price, schema)


def price(
    session: SparkSession,
    source: str,
    output: str,
    *,
    importer: str = "us",
    known_on: datetime.date | None = None,
) -> Totals:
    """Prices the Parquet files at `source` into the folder `output`: `rows=accepted` and `rows=rejected`, the second
    with what to mend in `detail`. Both appear at once, when all tasks are done; `output` must not be there yet.

    Returns the totals, counted in what was written and held against the rows of the source.

    Raises TarifaError when a row was lost, which no input should bring about.
    """
    from pyspark.errors import AnalysisException
    from pyspark.sql import functions

    session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(BATCH))
    # Both folders are written side by side; else Spark sorts the rows of each task by folder first.
    session.conf.set("spark.sql.maxConcurrentOutputFileWriters", "2")
    entries = session.read.parquet(source)
    answers = priced(entries, importer=importer, known_on=known_on)
    try:
        answers.write.partitionBy("rows").parquet(output)
    except AnalysisException as error:
        if error.getErrorClass() != "PATH_ALREADY_EXISTS":
            raise
        raise TarifaError(f"{output} is there already; name a folder that is not") from error
    found = (
        session.read.parquet(output)
        .groupBy("rows", "status")
        .agg(functions.count("*").alias("count"), functions.sum("duty").alias("duty"))
        .collect()
    )
    statuses: dict[str, int] = {}
    for row in found:
        statuses[row["status"]] = statuses.get(row["status"], 0) + row["count"]
    accepted = sum(row["count"] for row in found if row["rows"] == ACCEPTED)
    totals = Totals(
        read=entries.count(),
        accepted=accepted,
        rejected=sum(statuses.values()) - accepted,
        statuses=statuses,
        duty=sum((row["duty"] for row in found if row["duty"] is not None), Decimal(0)),
    )
    if totals.accepted + totals.rejected != totals.read:
        raise TarifaError(f"{totals.read} rows were read and {totals.accepted + totals.rejected} written")
    return totals


def sweep(
    session: SparkSession, questions: Iterable[Sequence[str]], output: str, *, tasks: int | None = None
) -> int:
    """Asks the `tarifa` command many questions, on all workers, and writes the answers to Parquet.

    questions: the words of each, as in `["assess", "us-301-list-1", "--draws", "100", "--seed", "7"]`.
    tasks: into how many tasks they are cut; one each without it.

    Writes `question` (from zero), `words`, `answer` (its JSON) or `error` (what to mend). The command of this machine is
    sent along, and the library that chooses lists where it is found.

    Returns how many were refused.
    """
    from pyspark import SparkFiles
    from pyspark.sql.types import IntegerType, StringType, StructField, StructType

    from . import _command

    context = session.sparkContext
    command = Path(_command.command()).resolve()
    context.addFile(str(command))
    solver = os.environ.get("TARIFA_HIGHS")
    if solver:
        context.addFile(solver)

    def answered(rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, str, str | None, str | None]]:
        program = _runnable(Path(SparkFiles.get(command.name)))
        surroundings = dict(os.environ)
        if solver:
            surroundings["TARIFA_HIGHS"] = SparkFiles.get(Path(solver).name)
        for number, words in rows:
            done = subprocess.run(
                [program, *words, "--json"], capture_output=True, text=True, check=False, env=surroundings
            )
            good = done.returncode == 0
            yield number, json.dumps(words), done.stdout if good else None, None if good else done.stderr.strip()

    listed = [(number, [str(word) for word in words]) for number, words in enumerate(questions)]
    if not listed:
        raise TarifaError("there are no questions to ask")
    schema = StructType(
        [StructField("question", IntegerType())]
        + [StructField(name, StringType()) for name in ("words", "answer", "error")]
    )
    # Functions by value: a worker of a sweep has no need of this package.
    rows = context.parallelize(listed, tasks or len(listed)).mapPartitions(answered)
    session.createDataFrame(rows, schema).write.parquet(output)
    return session.read.parquet(output).where("error is not null").count()


def _runnable(path: Path) -> str:
    """The command as it was sent, with the right to run it; several tasks of a worker may come here at once."""
    if not os.access(path, os.X_OK):
        own = path.with_name(f"{path.name}.{os.getpid()}.part")
        shutil.copyfile(path, own)
        own.chmod(0o755)
        os.replace(own, path)
    return str(path)


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="tarifa.spark", description="Tarifa on a Spark cluster.")
    commands = parser.add_subparsers(dest="command", required=True)
    pricing = commands.add_parser("price", help="Price Parquet files of entries into a new folder.")
    pricing.add_argument("source")
    pricing.add_argument("output")
    pricing.add_argument("--importer", default="us")
    pricing.add_argument("--known-on", type=datetime.date.fromisoformat)
    sweeping = commands.add_parser("sweep", help="Ask many questions: a JSON list of lists of words.")
    sweeping.add_argument("questions", type=Path)
    sweeping.add_argument("output")
    asked = parser.parse_args(words)
    from pyspark.sql import SparkSession

    session = SparkSession.builder.appName(f"tarifa {asked.command}").getOrCreate()
    try:
        if asked.command == "price":
            print(price(session, asked.source, asked.output, importer=asked.importer, known_on=asked.known_on))
        else:
            refused = sweep(session, json.loads(asked.questions.read_text()), asked.output)
            print(f"{refused} refused")
    except TarifaError as error:
        print(f"tarifa: {error}", file=sys.stderr)
        return 1
    finally:
        session.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
