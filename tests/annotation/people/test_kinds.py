"""Names and functions of persons by the kind of what is difficult about them.

Each line of a file of `kinds/` is a text of its own (`⏎` ends a line of it), annotated like those
of `models/gold`; all persons of a text are annotated, and every alternative is right.
"""

from pathlib import Path

import pytest
from hemicycle.evaluation.gold import parse_gold
from hemicycle.kinds.people import PEOPLE

KINDS = sorted((Path(__file__).parent / "kinds").glob("*.txt"))


def _texts():
    for path in KINDS:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line and not line.startswith("#"):
                yield pytest.param(line.replace("⏎", "\n"), id=f"{path.stem}-{number}")


def plain(value):
    return value.replace("’", "'").casefold().strip()


@pytest.mark.parametrize("annotated", list(_texts()))
def test_who_is_named_and_with_which_function(nlp, annotated):
    gold = parse_gold(f"kind: line\n---\n{annotated}")
    found = {
        (m.start, m.end): m.value for m in PEOPLE.read(nlp(gold.text)) if m.value.mention == "name"
    }
    wanted = gold.of_letters("P")
    assert [gold.text[start:end] for start, end in sorted(found)] == [
        gold.text[one.start : one.end] for one in wanted
    ]
    for one in wanted:
        person = found[one.start, one.end]
        roles = [plain(role) for role in one.fields.get("role", "").split(" | ")]
        assert plain(person.name) in map(plain, one.alternatives)
        assert plain(person.role) in roles
