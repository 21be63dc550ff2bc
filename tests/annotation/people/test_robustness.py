from hemicycle.annotation.quotes.component import QuoteFinder
from hypothesis import given, settings
from hypothesis import strategies as st

PIECES = ["M. ", "Mme ", "Jean ", "CORVEL", "« ", "»", " le ", "président ", "de ", "la ", "\n"]
PIECES += [".", "’", "'", "É", "-", "al-", "\u0301", ", ", "(", "Le ", "Brix ", "a dit ", "\u00a0"]
PIECES += ["🙂", "X", "–", "1", "MM", "et ", "De ", "D'"]
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES)).map("".join))


@settings(max_examples=150, deadline=None)
@given(texts)
def test_no_text_breaks_the_rules(finder, text):
    mentions = finder.mentions(text, [])
    for mention in [*mentions, *QuoteFinder().quotes(text, mentions)]:
        assert 0 <= mention.start < mention.end <= len(text)
    for mention in mentions:
        assert text[mention.start : mention.end].strip()
        assert mention.value.name


@settings(max_examples=60, deadline=None)
@given(texts)
def test_entities_of_any_shape_are_taken(finder, text):
    entities = [(k, min(len(text), k + 7), "PER") for k in range(0, len(text), 9) if k < len(text)]
    for mention in finder.mentions(text, entities):
        assert mention.end <= len(text)
