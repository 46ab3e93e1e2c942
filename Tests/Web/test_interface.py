"""The interface against its own description, /v1/openapi.json: Schemathesis asks and compares."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import schemathesis
from server import ask

HERE = Path(__file__).parent
JSON = {"Content-Type": "application/json"}
ACTION = {"action": "us-301-list-1"}

# A good question for each path, as people ask it.
QUESTIONS = {
    "/v1/duty": {"hts": "8482.10.50.44", "origin": "CN", "on": "2018-07-06", "value": "10000"},
    "/v1/goods": {"words": "ball bearings", "on": "2018-07-06"},
    "/v1/brief": {"brief": "brief-us-cn-30bn"},
    "/v1/law/measures": {"authority": "section-301"},
    "/v1/history": {"hts": "8482.10.50.44", "origin": "CN"},
    "/v1/rates": {"on": "2018-07-06", "origin": ["CN", "DE"]},
    "/v1/rates/changes": {"from": "2018-07-05", "to": "2018-07-06"},
    "/v1/rates/etr": {"from": "2018-07-06", "to": "2018-07-06"},
    "/v1/case": {"file": "us-301-china-2017", "on": "2018-07-06"},
    "/v1/law/book": {},
    "/v1/data/list": {},
    "/v1/actions": {},
    "/v1/assess": {**ACTION, "draws": 2},
    "/v1/design": {"brief": "brief-us-cn-30bn", "brisk": True},
    "/v1/world/assess": {**ACTION, "base": "2017-7x44", "draws": 2},
    "/v1/world/game": {"home": "US", "partner": "CN", "by": "uniform", "base": "2017-7x44"},
    "/v1/world/escalate": {"escalation": "us-cn-2018", "base": "2017-7x44"},
    "/v1/deficit": {"plan": "us-cn-1bn", "base": "2017-7x44"},
    "/v1/diff": {"a": "us-301-list-1", "b": "us-301-list-2"},
    "/v1/annex": ACTION,
    "/v1/exclusions": {**ACTION, "requests": "id,hts\n1,8482.10.50.44\n"},
    "/v1/exemptions": ACTION,
    "/v1/rotate": {"action": "us-301-list-2", "revisions": 1},
    "/v1/duty/batch": "id,hts,origin,date,value\n1,8482.10.50.44,CN,2018-07-06,10000\n",
    "/v1/scenarios": {"question": "case", "parameters": {"file": "us-301-china-2017", "on": "2018-07-06"}},
}


@pytest.fixture(scope="module")
def described(started_server):
    return schemathesis.openapi.from_url(f"{started_server.address}/v1/openapi.json")


def only_operation(described, path):
    operations = described[path]
    method = next(iter(operations))
    return operations[method]


def test_every_path_has_a_good_question(described):
    by_id = {"/v1/scenarios/{id}", "/v1/scenarios/{id}/answer"}
    assert set(described) - by_id == set(QUESTIONS)


@pytest.mark.parametrize("path", QUESTIONS)
def test_a_good_question_has_the_described_answer(server, described, path):
    operation, question = only_operation(described, path), QUESTIONS[path]
    if operation.method == "get":
        case = operation.Case(query=question)
    else:
        media_type = "application/json" if isinstance(question, dict) else "text/csv"
        case = operation.Case(body=question, media_type=media_type)
    response = case.call_and_validate(timeout=60)
    assert response.status_code in (200, 201)


def test_a_kept_scenario_has_the_described_answer(server, described):
    kept = ask(f"{server.address}/v1/scenarios", json.dumps(QUESTIONS["/v1/scenarios"]).encode(), JSON)
    parameters = {"id": json.loads(kept.body)["id"]}
    for path in ("/v1/scenarios/{id}", "/v1/scenarios/{id}/answer"):
        response = only_operation(described, path).Case(path_parameters=parameters).call_and_validate(timeout=60)
        assert response.status_code == 200


def whole_numbers() -> list[tuple[str, str]]:
    """Path and name of every whole number that a question takes, by the shipped description."""
    found = []
    paths = json.loads((HERE / "../../docs/openapi.json").read_text())["paths"]
    for path, operations in paths.items():
        content = operations.get("post", {}).get("requestBody", {}).get("content", {})
        fields = content.get("application/json", {}).get("schema", {}).get("properties", {})
        found += [(path, name) for name, field in fields.items() if field["type"] == "integer"]
    return found


@pytest.mark.parametrize("number", [2**63 - 1, 2**31, -(2**63)])
@pytest.mark.parametrize("path,name", whole_numbers())
def test_numbers_beyond_measure_are_no_fault(server, path, name, number):
    question = {**QUESTIONS[path], name: number}
    # The second revision is the first for which the days between count.
    if name == "every":
        question["revisions"] = 2
    assert ask(f"{server.address}{path}", json.dumps(question).encode(), JSON).status < 500


def test_generated_questions_are_answered_as_described(server, figures):
    run = subprocess.run(
        [
            Path(sys.executable).with_name("schemathesis"),
            "--config-file",
            HERE / "schemathesis.toml",
            "run",
            f"{server.address}/v1/openapi.json",
        ],
        capture_output=True,
        text=True,
        timeout=240,
        cwd=server.folder,
    )
    generated = re.search(r"(\d+) generated", run.stdout)
    figures.append(f"Schemathesis: {generated[1] if generated else 'no'} cases")
    assert run.returncode == 0, run.stdout + run.stderr
    assert int(generated[1]) > 1000
