"""Runs of blanks and marks between the words of every construction are read once.

A pattern that tries a run again from each of its places takes hours here; nothing is asked about
seconds, the limit turns a hang into a failure.
"""

import pytest
from hemicycle.document import Document
from hemicycle.running.reader import Reader
from hemicycle.running.timelimit import time_limit
from hemicycle.tables.registry import DOCUMENT_TABLES

CONSTRUCTIONS = [
    "Aslan Corvel{0}et{0}Mme Roy{0}(LR), députés",
    "le ministre{0}.{0}\n M. Roy",
    "de 3{0}à{0}5{0}millions{0}d’euros",
    "du 3{0}au{0}5{0}mars{0}2024",
    "«{0}Oui{0}»{0},{0}a dit Aslan Corvel",
    "Paris{0},{0}le{0}3 mars 2024 —",
    "le Conseil{0}national de la{0}Résistance",
    "Présidence de{0}Mme Roy",
    "transport{0}ferroviaire de{0}marchandises",
]
RUNS = [" ", "\u00a0 ", " \n", "---\n", "| ", "\x1c"]


@pytest.mark.parametrize("run", RUNS)
def test_runs_are_read_once(nlp, run):
    reader = Reader(nlp, DOCUMENT_TABLES)
    text = "\n".join(
        construction.format(run * (6_000 if run.isspace() else 500))
        for construction in CONSTRUCTIONS
    )
    with time_limit(300):
        [(_, rows)] = reader.read([Document("d", text, "p", "")])
    assert isinstance(rows, dict), rows.message
