"""Frames of every kind, against the command on the same rows."""

import csv
import datetime
import decimal
import subprocess

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import tarifa
from entries import drawn

NAMES = ["id", "hts", "origin", "date", "value", "claims", "facts"]


def table(rows) -> pa.Table:
    return pa.table({name: pa.array([row[name] for row in rows], pa.string()) for name in NAMES})


@pytest.fixture(scope="module")
def rows():
    return drawn(20_000, seed=3)


@pytest.fixture(scope="module")
def expected(rows, command, tmp_path_factory):
    """What `tarifa duty --batch` answers."""
    folder = tmp_path_factory.mktemp("batch")
    with open(folder / "in.csv", "w", newline="") as file:
        writer = csv.DictWriter(file, NAMES)
        writer.writeheader()
        writer.writerows(rows)
    subprocess.run(
        [command, "duty", "--batch", folder / "in.csv", "-o", folder / "out.csv"], check=True, capture_output=True
    )
    with open(folder / "out.csv", newline="") as file:
        return list(csv.DictReader(file))


def plain(answers: pa.Table | pa.RecordBatch) -> list[dict[str, str]]:
    """Answers as the command writes them."""

    def rate(value):
        if value is None:
            return ""
        text = f"{value:.12f}".rstrip("0").rstrip(".")
        return "0" if text == "-0" else text

    found = []
    for row in answers.to_pylist():
        found.append(
            {
                "status": row["status"],
                **{name: rate(row[name]) for name in ("rate", "additional_rate", "rate_low", "rate_high")},
                "duty": "" if row["duty"] is None else str(row["duty"]),
                "edition": row["edition"] or "",
                "detail": row["detail"],
            }
        )
    return found


def differing(answers, expected) -> list:
    found = plain(answers)
    assert len(found) == len(expected)
    pairs = []
    for own, row in zip(found, expected):
        row = {name: text for name, text in row.items() if name != "id"}
        if row["status"] == "bad-row":
            # The command names the line of its file, and fields of text their option.
            row["detail"] = row["detail"].split(": ", 1)[1]
        if own != row:
            pairs.append((own, row))
    return pairs


def test_arrow_answers_as_the_command(rows, expected):
    answers = tarifa.duty(table(rows))
    assert isinstance(answers, pa.Table)
    assert differing(answers, expected)[:3] == []
    assert {row["status"] for row in expected} >= {"ok", "bad-row", "unknown-code", "unknown-origin", "out-of-span"}


def test_threads_and_batches_change_nothing(rows, expected):
    many = pa.concat_tables([table(rows)] * 10)
    for threads in (1, 2, 3):
        answers = tarifa.duty(many, threads=threads)
        assert plain(answers.slice(180_000)) == plain(answers.slice(0, 20_000))
        assert differing(answers.slice(100_000, 20_000), expected) == []
    slices = pa.Table.from_batches(many.combine_chunks().to_batches(max_chunksize=70_001))
    assert differing(tarifa.duty(slices).slice(40_000, 20_000), expected) == []
    batch = table(rows).combine_chunks().to_batches()[0]
    part = tarifa.duty(batch.slice(777, 5000))
    assert isinstance(part, pa.RecordBatch)
    assert differing(part, expected[777:5777]) == []


def right(rows, expected):
    """Rows whose days and values can be told by type, with what they owe."""
    return [
        (row, answer)
        for row, answer in zip(rows, expected)
        if answer["status"] not in ("bad-row", "out-of-span") and row["date"]
    ]


def total(expected) -> decimal.Decimal:
    return sum((decimal.Decimal(row["duty"]) for row in expected if row["duty"]), decimal.Decimal())


def test_every_kind_of_frame_owes_the_same(rows, expected):
    pairs = right(rows, expected)
    kept = [row for row, _ in pairs]
    owed = total([answer for _, answer in pairs])
    statuses = [answer["status"] for _, answer in pairs]
    days = [datetime.date.fromisoformat(row["date"]) for row in kept]
    values = [float(row["value"]) for row in kept]
    columns = {name: [row[name] for row in kept] for name in ("hts", "origin", "claims", "facts")}

    frame = pd.DataFrame({**columns, "date": pd.to_datetime(days), "value": values}, index=range(5, 5 + len(kept)))
    answers = tarifa.duty(frame)
    assert isinstance(answers, pd.DataFrame) and list(answers.index) == list(frame.index)
    assert answers["status"].tolist() == statuses and answers["duty"].sum() == owed
    assert frame.join(answers).shape == (len(kept), 6 + 8)

    answers = tarifa.duty(pl.DataFrame({**columns, "date": days, "value": values}))
    assert isinstance(answers, pl.DataFrame)
    assert answers["status"].to_list() == statuses and answers["duty"].sum() == owed

    exact = pa.array([decimal.Decimal(row["value"]) for row in kept])
    answers = tarifa.duty(pa.table({**columns, "date": days, "value": exact}))
    assert differing(answers, [answer for _, answer in pairs]) == []

    answers = tarifa.duty(
        {
            **{name: np.array(texts) for name, texts in columns.items()},
            "date": np.array(days, "datetime64[D]"),
            "value": np.array(values),
        }
    )
    assert answers["status"].tolist() == statuses and answers["duty_cents"].sum() == owed * 100


def test_wrong_rows_are_told_one_by_one():
    frame = pl.DataFrame(
        {
            "hts": ["8482105044", None, "8482105044", "8482105044", "8482105044", "9999999999"],
            "origin": ["CN", "CN", None, "CN", "CN", "CN"],
            "date": [datetime.date(2018, 7, 6)] * 3 + [None] + [datetime.date(2018, 7, 6)] * 2,
            "value": [100.0, 100.0, 100.0, 100.0, float("nan"), None],
        }
    )
    answers = tarifa.duty(frame).to_dicts()
    assert [row["status"] for row in answers] == ["ok", "bad-row", "bad-row", "bad-row", "bad-row", "unknown-code"]
    assert [row["detail"].split(":")[0] for row in answers[1:5]] == ["hts", "origin", "on", "value"]
    assert answers[0]["duty"] == decimal.Decimal("34.00")
    assert all(row["rate"] is None and row["duty"] is None for row in answers[1:])


def test_a_value_that_is_not_stated_is_not_zero():
    frame = pd.DataFrame(
        {"hts": ["8482105044"] * 2, "origin": ["CN"] * 2, "date": ["2018-07-06"] * 2, "value": [None, 0.0]}
    )
    answers = tarifa.duty(frame)
    assert answers["rate"].notna().all()
    assert answers["duty"].isna().tolist() == [True, False]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"hts": None}, "no column 'hts'"),
        ({"hts": [8482105044]}, "leading zeros"),
        ({"value": [True]}, "value: a column of type bool"),
        ({"date": [1.5]}, "date: a column of type double"),
    ],
)
def test_a_frame_that_cannot_be_read_is_refused(change, words):
    columns = {"hts": ["8482105044"], "origin": ["CN"], "date": ["2018-07-06"], **change}
    frame = pa.table({name: values for name, values in columns.items() if values is not None})
    with pytest.raises(tarifa.TarifaError, match=words):
        tarifa.duty(frame)


def test_other_things_are_refused():
    with pytest.raises(tarifa.TarifaError, match="no frame of entries"):
        tarifa.duty([1, 2])
    with pytest.raises(tarifa.TarifaError, match="collect"):
        tarifa.duty(pl.LazyFrame({"hts": [""]}))
    with pytest.raises(tarifa.TarifaError, match="atlantis"):
        tarifa.duty({"hts": np.array([""]), "origin": np.array([""]), "date": np.array([""])}, importer="atlantis")


def test_no_rows_are_no_answers():
    empty = pa.table({name: pa.array([], pa.string()) for name in NAMES})
    assert tarifa.duty(empty).num_rows == 0
    assert len(tarifa.duty(empty.to_pandas())) == 0
