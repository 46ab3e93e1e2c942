"""Parquet files through `python -m tarifa duty`."""

import subprocess
import sys

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

import tarifa
from entries import drawn


def run(*words):
    return subprocess.run([sys.executable, "-m", "tarifa", "duty", *map(str, words)], capture_output=True, text=True)


@pytest.fixture
def source(tmp_path):
    rows = drawn(30_000, seed=8)
    table = pa.Table.from_pylist(rows)
    pq.write_table(table, tmp_path / "in.parquet", row_group_size=7001)
    return tmp_path / "in.parquet"


def test_every_row_is_accepted_or_rejected(source, tmp_path):
    done = run(source, "-o", tmp_path / "out.parquet", "--rejected", tmp_path / "bad.parquet")
    assert done.returncode == 0, done.stderr
    entries, answers = pq.read_table(source), pq.read_table(tmp_path / "out.parquet")
    rejected = pq.read_table(tmp_path / "bad.parquet")
    assert answers["id"].to_pylist() == entries["id"].to_pylist()
    accepted = pc.sum(pc.is_in(answers["status"].cast(pa.string()), pa.array(["ok", "needs-facts", "inadmissible", "unparsed"])))
    assert accepted.as_py() + rejected.num_rows == entries.num_rows
    assert 0 < rejected.num_rows < entries.num_rows
    assert f"{entries.num_rows} rows: {accepted} accepted, {rejected.num_rows} rejected" in done.stderr
    # Rejected rows stand as they came, each with what to mend.
    places = rejected["row"]
    assert rejected["hts"].to_pylist() == entries["hts"].take(places).to_pylist()
    assert all(rejected["detail"].to_pylist())
    whole = tarifa.duty(entries)
    assert pc.sum(whole["duty"]).as_py() == pc.sum(answers["duty"]).as_py() > 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.parquet", "in.parquet", "out.parquet"]


def test_what_cannot_be_read_is_told_in_one_message(source, tmp_path):
    (tmp_path / "text.parquet").write_text("hts,origin\n")
    done = run(tmp_path / "text.parquet", "-o", tmp_path / "out.parquet")
    assert done.returncode == 1 and "cannot be read as Parquet" in done.stderr and "Traceback" not in done.stderr
    pq.write_table(pq.read_table(source).drop(["hts"]), tmp_path / "short.parquet")
    done = run(tmp_path / "short.parquet", "-o", tmp_path / "out.parquet")
    assert done.returncode == 1 and "no column 'hts'" in done.stderr
    assert not (tmp_path / "out.parquet").exists()


def test_a_file_of_no_rows(tmp_path, source):
    pq.write_table(pq.read_table(source).slice(0, 0), tmp_path / "none.parquet")
    assert run(tmp_path / "none.parquet", "-o", tmp_path / "out.parquet").returncode == 0
    assert pq.read_table(tmp_path / "out.parquet").num_rows == 0


def test_the_command_says_where_parquet_goes(command, source):
    done = subprocess.run([command, "duty", "--batch", source], capture_output=True, text=True)
    assert done.returncode == 1 and "python -m tarifa duty" in done.stderr
