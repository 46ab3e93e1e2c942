"""The tutorial runs from the first cell to the last, and its pictures are drawn."""

from pathlib import Path

import nbformat
from nbclient import NotebookClient

TUTORIAL = Path(__file__).parents[1] / "tutorial.ipynb"


def test_the_tutorial_runs(command, tmp_path):
    notebook = nbformat.read(TUTORIAL, as_version=4)
    NotebookClient(notebook, timeout=180, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = [
        output["data"] for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs
        if output.output_type == "execute_result"
    ]  # fmt: skip
    pictures = [data["image/svg+xml"] for data in shown if "image/svg+xml" in data]
    assert len(pictures) == 4 and all(picture.startswith("<svg") for picture in pictures)
    # The figure that a customs broker knows: 9 percent and 25 on 10,000 dollars.
    assert any("34%" in data.get("text/html", "") for data in shown)
    # What is stored has no outputs, so that none can be old.
    assert all(not cell.outputs for cell in nbformat.read(TUTORIAL, as_version=4).cells if cell.cell_type == "code")
