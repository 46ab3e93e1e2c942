"""The Spark job on a standalone master with two workers."""

import json
import re
import sys
import time
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from cluster import Cluster
from entries import drawn

import tarifa

JOB = Path(__file__).parents[1] / "jobs" / "tarifa_job.py"
FILES = 12
ROWS = 4000


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    started = Cluster(tmp_path_factory.mktemp("cluster"))
    yield started
    started.stop()


@pytest.fixture(scope="module")
def entries(tmp_path_factory) -> tuple[Path, pa.Table]:
    """A folder of files, some rows of them wrong in each way, and the same in memory."""
    folder = tmp_path_factory.mktemp("entries")
    tables = []
    for number in range(FILES):
        table = pa.Table.from_pylist(drawn(ROWS, seed=number))
        pq.write_table(table, folder / f"{number}.parquet")
        tables.append(table)
    return folder, pa.concat_tables(tables)


def expected(table: pa.Table) -> tuple[dict[str, int], Decimal]:
    answers = tarifa.duty(table)
    counts = answers["status"].combine_chunks().dictionary_decode().value_counts().to_pylist()
    return {each["values"]: each["counts"] for each in counts}, pc.sum(answers["duty"]).as_py()


def written(folder: Path) -> tuple[dict[str, int], Decimal]:
    table = pq.read_table(folder)
    counts = table["status"].value_counts().to_pylist()
    return {each["values"]: each["counts"] for each in counts}, pc.sum(table["duty"]).as_py()


def ended(job, seconds: float = 240) -> str:
    output, errors = job.communicate(timeout=seconds)
    assert job.returncode == 0, errors[-3000:]
    return output


def test_the_cluster_has_the_totals_of_this_process(cluster, entries, tmp_path):
    folder, table = entries
    output = ended(cluster.submit(JOB, "price", str(folder), str(tmp_path / "out")))
    statuses, duty = expected(table)
    assert written(tmp_path / "out") == (statuses, duty)
    rejected = sum(count for name, count in statuses.items() if name in REJECTED)
    assert f"{table.num_rows} rows: {table.num_rows - rejected} accepted, {rejected} rejected" in output
    assert f"{duty:,.2f} dollars" in output
    # One by one: each rejected row is there as it came, with what to mend.
    bad = pq.read_table(tmp_path / "out" / "rows=rejected")
    assert bad.num_rows == rejected and bad["detail"].null_count == 0
    came = {(row["id"], row["hts"], row["date"], row["value"]) for row in table.to_pylist()}
    assert all((row["id"], row["hts"], row["date"], row["value"]) in came for row in bad.to_pylist())


REJECTED = {"unknown-code", "unknown-origin", "out-of-span", "bad-row"}


def test_the_workers_run_what_was_sent(cluster, entries, tmp_path):
    script = tmp_path / "where.py"
    script.write_text(
        "from pyspark.sql import SparkSession\n"
        "from tarifa import spark\n"
        "session = SparkSession.builder.getOrCreate()\n"
        "spark.ship(session)\n"
        "def where(_):\n"
        "    import tarifa\n"
        "    return [tarifa.__file__]\n"
        "print(session.sparkContext.parallelize(range(2), 2).mapPartitions(where).collect())\n"
    )
    places = re.findall(r"'([^']*)'", ended(cluster.submit(script)))
    assert len(places) == 2 and all("tarifa.zip/" in place for place in places)


def test_what_is_there_is_not_written_over(cluster, entries, tmp_path):
    (tmp_path / "out").mkdir()
    job = cluster.submit(JOB, "price", str(entries[0]), str(tmp_path / "out"))
    # Spark sends both streams of a job's Python to one.
    output, _ = job.communicate(timeout=240)
    assert job.returncode == 1 and "out is there already; name a folder that is not" in output


def test_questions_are_swept(cluster, command, tmp_path):
    questions = [
        ["duty", "8482.10.50.44", "--origin", "CN", "--on", "2018-07-06", "--value", "10000"],
        ["duty", "8482.10.50.44", "--origin", "XX", "--on", "2018-07-06"],
        ["case", "us-301-china-2017", "--on", "2018-03-14"],
    ]
    (tmp_path / "questions.json").write_text(json.dumps(questions))
    output = ended(cluster.submit(JOB, "sweep", str(tmp_path / "questions.json"), str(tmp_path / "answers")))
    rows = sorted(pq.read_table(tmp_path / "answers").to_pylist(), key=lambda row: row["question"])
    assert [json.loads(row["words"]) for row in rows] == questions
    assert json.loads(rows[0]["answer"])["total"]["duty"] == 3400
    assert "steps" in json.loads(rows[2]["answer"])
    refused = [row for row in rows if row["error"]]
    assert f"{len(refused)} refused" in output


def test_a_worker_is_killed_and_nothing_is_lost(cluster, entries, tmp_path):
    """The last test: the cluster has one worker after it."""
    folder, table = entries
    # A task a file, and slow ones, so that the worker dies in the middle of some.
    job = cluster.submit(
        JOB, "price", str(folder), str(tmp_path / "out"), spark__sql__files__maxPartitionBytes="100000",
        spark__sql__files__openCostInBytes="100000",
    )  # fmt: skip
    # Spark's committer keeps what tasks have finished in this folder until all have.
    for _ in range(1200):
        if list((tmp_path / "out").glob("_temporary/0/task_*")):
            break
        time.sleep(0.05)
    assert job.poll() is None and not (tmp_path / "out" / "_SUCCESS").exists()
    cluster.kill(0)
    ended(job)
    assert (tmp_path / "out" / "_SUCCESS").exists()
    assert written(tmp_path / "out") == expected(table)
