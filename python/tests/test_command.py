"""The functions that ask the command."""

import datetime
import json
import subprocess

import pyarrow as pa
import pytest

import tarifa


def test_an_explanation_is_the_commands(command):
    answer = tarifa.explain("8482.10.50.44", "CN", datetime.date(2018, 7, 6), value=1000, facts={"exported": "2018-07-01"})
    words = ["duty", "8482.10.50.44", "--origin", "CN", "--on", "2018-07-06", "--value", "1000"]
    words += ["--fact", "exported=2018-07-01", "--json"]
    printed = subprocess.run([command, *words], capture_output=True, text=True, check=True).stdout
    assert answer == json.loads(printed)
    shown = answer._repr_html_()
    assert "9903.88.01" in shown and "25%" in shown


def test_the_rates_of_a_day(command):
    table = tarifa.rates("2018-07-06", origin=["CN"], hts=["84821050"])
    assert isinstance(table, pa.Table) and table.num_rows > 0
    assert all(code.startswith("84821050") for code in table["hts"].to_pylist())


def test_an_action_assessed(command):
    answer = tarifa.assess("us-301-list-1", model="smart")
    assert answer["revenue"]["value"] > 0


def test_what_the_command_refuses_is_told(command):
    with pytest.raises(tarifa.TarifaError, match="country"):
        tarifa.explain("8482105044", "China", "2018-07-06")


def test_a_command_that_is_not_there(monkeypatch):
    monkeypatch.setenv("TARIFA", "/nowhere/tarifa")
    with pytest.raises(tarifa.CommandMissing, match="/nowhere/tarifa"):
        tarifa.explain("8482105044", "CN", "2018-07-06")
