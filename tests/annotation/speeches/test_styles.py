"""Who speaks in every house style that ``styles/`` has a text of, and nobody in its traps."""

from pathlib import Path

import pytest
from marked import texts, unmarked

STYLES = Path(__file__).parent / "styles"
TEXTS = {
    name: marked
    for path in sorted(STYLES.glob("*.txt"))
    if path.stem != "traps"
    for name, marked in texts(path).items()
}
TRAPS = texts(STYLES / "traps.txt")


@pytest.mark.parametrize("name", TEXTS)
def test_the_turns_of_a_style(nlp, name):
    text, wanted = unmarked(TEXTS[name])
    doc = nlp(text)
    found = list(doc.spans["speeches"])
    assert [(span.text, span._.speech.speaker) for span in found] == [
        (text[turn.start : turn.end], turn.speaker) for turn in wanted
    ]
    for span, turn in zip(found, wanted, strict=True):
        told = {key: getattr(span._.speech, key) for key in turn.told}
        assert told == turn.told, span.text


@pytest.mark.parametrize("name", TRAPS)
def test_nobody_speaks_in(nlp, name):
    doc = nlp(TRAPS[name])
    assert [span.text for span in doc.spans["speeches"]] == []
