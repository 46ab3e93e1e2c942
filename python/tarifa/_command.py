"""Questions for the `tarifa` command, answered as JSON."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import Any

from ._errors import CommandMissing, TarifaError


def command() -> str:
    """Where the command is: `TARIFA`, else on the path."""
    named = os.environ.get("TARIFA")
    found = shutil.which(named or "tarifa")
    if found is None:
        place = f"TARIFA names {named}, which cannot be run" if named else "there is no 'tarifa' on the path"
        raise CommandMissing(
            f"this asks the tarifa command, and {place}; build it with 'swift build -c release --product tarifa' "
            "and name it in TARIFA"
        )
    return found


def flags(options: dict[str, Any]) -> list[str]:
    """Options as flags of the same name: `known_on="2026-05-01"` is `--known-on 2026-05-01`."""
    words: list[str] = []
    for name, value in options.items():
        flag = "--" + name.replace("_", "-")
        if value is None or value is False:
            continue
        if value is True:
            words.append(flag)
        elif isinstance(value, (list, tuple)):
            for item in value:
                words += [flag, str(item)]
        else:
            words += [flag, str(value)]
    return words


def run(*words: str) -> str:
    """Runs the command to its end and gives what it printed."""
    done = subprocess.run([command(), *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise TarifaError(done.stderr.strip() or f"tarifa {words[0]} ended with {done.returncode}")
    return done.stdout


def ask(*words: str) -> dict[str, Any]:
    return json.loads(run(*words, "--json"))
