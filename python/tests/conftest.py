import os
import shutil
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def command() -> str:
    """The tarifa command, which must be there: TARIFA, the release build, or the path."""
    built = Path(__file__).parents[2] / ".build/release/tarifa"
    named = os.environ.get("TARIFA") or (str(built) if built.exists() else shutil.which("tarifa"))
    assert named, "build the command with 'swift build -c release --product tarifa', or name it in TARIFA"
    os.environ["TARIFA"] = named
    return named
