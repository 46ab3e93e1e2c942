"""A Spark cluster of this machine: a standalone master and workers, each a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pyspark

HOST = "127.0.0.1"


def free_port() -> int:
    with socket.socket() as held:
        held.bind((HOST, 0))
        return held.getsockname()[1]


class Cluster:
    def __init__(self, folder: Path, workers: int = 2, memory: str = "1500M"):
        self.folder = folder
        self.address = f"spark://{HOST}:{free_port()}"
        self._processes: list[subprocess.Popen[bytes]] = []
        port = self.address.rpartition(":")[2]
        self._start("master", "master.Master", "--host", HOST, "--port", port, "--webui-port", str(free_port()))
        self._wait("master", "I have been elected leader")
        self.workers = []
        for number in range(workers):
            name = f"worker-{number}"
            self.workers.append(
                self._start(
                    name, "worker.Worker", "--host", HOST, "--cores", "1", "--memory", memory, "--webui-port",
                    str(free_port()), "--work-dir", str(folder / name), self.address,
                )  # fmt: skip
            )
            self._wait(name, "Successfully registered with master")

    def _start(self, name: str, part: str, *words: str) -> subprocess.Popen[bytes]:
        home = Path(pyspark.__file__).parent
        # Nothing of the package reaches a worker but what a job sends.
        surroundings = {k: v for k, v in os.environ.items() if not k.startswith(("TARIFA", "PYTHON", "SPARK"))}
        surroundings |= {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": HOST, "SPARK_NO_DAEMONIZE": "1"}
        with (self.folder / f"{name}.log").open("wb") as log:
            process = subprocess.Popen(
                [home / "bin/spark-class", f"org.apache.spark.deploy.{part}", *words],
                env=surroundings, stdout=log, stderr=log, cwd=self.folder, start_new_session=True,
            )  # fmt: skip
        self._processes.append(process)
        return process

    def _wait(self, name: str, words: str) -> None:
        log = self.folder / f"{name}.log"
        for _ in range(600):
            if words in log.read_text(errors="replace"):
                return
            time.sleep(0.1)
        raise RuntimeError(f"{name} did not start:\n{log.read_text(errors='replace')[-2000:]}")

    def kill(self, worker: int) -> None:
        """Ends a worker at once, with what it runs."""
        os.killpg(self.workers[worker].pid, signal.SIGKILL)

    def submit(self, script: Path, *words: str, **settings: str) -> subprocess.Popen[str]:
        """A job as people submit it, by a driver that is a process of its own."""
        home = Path(pyspark.__file__).parent
        flags = [f"--conf={name.replace('__', '.')}={value}" for name, value in settings.items()]
        return subprocess.Popen(
            [
                home / "bin/spark-submit", "--master", self.address, "--conf=spark.ui.enabled=false",
                "--conf=spark.driver.host=127.0.0.1", "--conf=spark.driver.bindAddress=127.0.0.1", *flags, script, *words,
            ],
            env={**os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": HOST, "PYSPARK_PYTHON": sys.executable},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=self.folder, start_new_session=True,
        )  # fmt: skip

    def stop(self) -> None:
        for process in reversed(self._processes):
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()
