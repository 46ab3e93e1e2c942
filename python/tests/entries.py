"""Entries drawn with a seed, most of them right."""

import datetime
import random

CODES = [
    "8482105044", "8482105044", "7208101500", "8703230190", "8517130000", "6110202079", "2203000030", "9403406005",
    "3926909985", "0901110025", "8542310045", "7601103000", "8708299025", "6403999065", "2204212000", "8471300100",
]  # fmt: skip
ORIGINS = ["CN", "CN", "MX", "CA", "DE", "JP", "KR", "VN", "CH", "BR", "IN", "RU"]
FIRST = datetime.date(2025, 1, 1)


def drawn(count: int, seed: int, wrong: float = 0.1) -> list[dict[str, str]]:
    """Rows of text, as a file of entries has them; about so many of them wrong."""
    dice = random.Random(seed)
    rows = []
    for number in range(count):
        row = {
            "id": f"e{number}",
            "hts": dice.choice(CODES),
            "origin": dice.choice(ORIGINS),
            "date": (FIRST + datetime.timedelta(dice.randrange(500))).isoformat(),
            "value": f"{dice.randrange(10_000_000) / 100:.2f}",
            "claims": dice.choice(["", "", "", "FTA"]),
            "facts": dice.choice(["", "", "", "steel=40", "us-content=20"]),
        }
        if dice.random() < wrong:
            name, text = dice.choice(
                [
                    ("hts", "9999999999"),
                    ("hts", ""),
                    ("hts", "84821"),
                    ("origin", "ZZ"),
                    ("origin", ""),
                    ("date", "2025-02-30"),
                    ("date", "2031-01-01"),
                    ("date", ""),
                    ("value", "-5"),
                    ("value", "much"),
                    ("claims", "nothing"),
                    ("facts", "steel=x"),
                ]
            )
            row[name] = text
        rows.append(row)
    return rows
