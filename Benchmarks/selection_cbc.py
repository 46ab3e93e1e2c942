"""CBC on a problem of `tarifa design BRIEF --problem FILE`, for the choice it finds; checked in whole numbers.

Usage: python3 Benchmarks/selection_cbc.py [SECONDS] FILE...   (PyPI: pulp, whose CBC binary is used)
"""

import os
import subprocess
import sys
import tempfile
import time


def cbc_binary():
    import pulp

    return pulp.PULP_CBC_CMD().path


def problem(path):
    costs, rows = [], []
    with open(path) as lines:
        for line in lines:
            kind, *fields = line.rstrip("\n").split(",")
            if kind == "costs":
                costs = [int(field) for field in fields]
            elif kind == "row":
                name, lower, upper, _, *entries = fields
                values = [tuple(map(int, entry.split(":"))) for entry in entries]
                rows.append(
                    (name, int(lower) if lower else None, int(upper) if upper else None, values)
                )
    return costs, rows


def write_lp(costs, rows, path):
    """Costs and rows in floating point, each scaled so that its largest number is 1,000."""

    def terms(values, unit):
        parts = [f"{value / unit:+.17g} x{column}" for column, value in values if value]
        return "\n".join(" ".join(parts[at : at + 8]) for at in range(0, len(parts), 8))

    with open(path, "w") as out:
        largest = max(map(abs, costs)) / 1000
        out.write("Minimize\ncost: " + terms(enumerate(costs), largest) + "\nSubject To\n")
        for index, (_, lower, upper, values) in enumerate(rows):
            unit = max(abs(value) for _, value in values) / 1000
            if lower is not None:
                out.write(f"l{index}: {terms(values, unit)} >= {lower / unit:.17g}\n")
            if upper is not None:
                out.write(f"u{index}: {terms(values, unit)} <= {upper / unit:.17g}\n")
        out.write("Binaries\n")
        out.writelines(f"x{column}\n" for column in range(len(costs)))
        out.write("End\n")


def main(arguments):
    limit = 120.0
    if arguments and arguments[0].replace(".", "").isdigit():
        limit = float(arguments.pop(0))
    print("problem,candidates,rows,solver,seconds,objective,satisfies the rows")
    for path in arguments:
        costs, rows = problem(path)
        with tempfile.TemporaryDirectory() as folder:
            model, answer = os.path.join(folder, "list.lp"), os.path.join(folder, "answer.txt")
            write_lp(costs, rows, model)
            start = time.perf_counter()
            command = f"sec {limit:g} ratio 1e-4 solve solution".split()
            subprocess.run([cbc_binary(), model, *command, answer], capture_output=True, check=True)
            seconds = time.perf_counter() - start
            chosen = set()
            with open(answer) as lines:
                next(lines)
                for line in lines:
                    fields = line.replace("**", "").split()
                    if fields[1].startswith("x") and float(fields[2]) > 0.5:
                        chosen.add(int(fields[1][1:]))
        broken = []
        for name, lower, upper, values in rows:
            total = sum(value for column, value in values if column in chosen)
            if (lower is not None and total < lower) or (upper is not None and total > upper):
                broken.append(name)
        objective = sum(costs[column] for column in chosen)
        state = "yes" if not broken else "no: " + "; ".join(broken)
        print(f"{path},{len(costs)},{len(rows)},cbc,{seconds:.2f},{objective},{state}", flush=True)


main(sys.argv[1:])
