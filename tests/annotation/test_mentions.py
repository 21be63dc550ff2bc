import gc
import weakref
from decimal import Decimal

import spacy
from hemicycle.kinds.amounts import AMOUNTS, Amount
from hemicycle.kinds.dates import DATES, Timex
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.sectors import SECTORS, Sector
from hemicycle.kinds.theme_passages import THEME_PASSAGES, Passage
from hemicycle.kinds.themes import THEMES, Theme
from spacy.tokens import Doc


def test_exact_offsets_survive_tokens_that_do_not_fit(blank):
    doc = blank("Prix:350M€ en2025")
    DATES.set(doc, [Mention(13, 17, "DATE", Timex("DATE", "2025"))])
    span = doc.spans["dates"][0]
    assert span._.offsets == (13, 17)
    assert doc.text[13:17] == "2025"
    assert span._.timex == Timex("DATE", "2025")


def test_two_mentions_in_one_token_keep_their_values(blank):
    doc = blank("2024-2025")
    DATES.set(
        doc,
        [
            Mention(5, 9, "DATE", Timex("DATE", "2025")),
            Mention(0, 4, "DATE", Timex("DATE", "2024")),
        ],
    )
    assert [m.value.value for m in DATES.read(doc)] == ["2024", "2025"]


def test_values_survive_serialisation(blank):
    doc = blank("Il a coûté 0,10 € hier.")
    amount = Amount("money", Decimal("0.10"), Decimal("0.10"), None, "EUR", measure="il")
    AMOUNTS.set(doc, [Mention(11, 17, "money", amount)])
    doc._.themes = [Theme("1", "Économie", 0.5, 1, ["coûter"])]
    copy = Doc(spacy.blank("fr").vocab).from_bytes(doc.to_bytes())
    assert [m.value for m in AMOUNTS.read(copy)] == [amount]
    assert THEMES.read(copy)[0].evidence == ["coûter"]


def test_what_was_set_is_read_as_it_was_set(blank):
    doc = blank("Hier et demain.")
    mentions = [
        Mention(place, place + len(words), "DATE", Timex("DATE", words))
        for place, words in ((0, "Hier"), (8, "demain"))
    ]
    DATES.set(doc, mentions)
    assert all(read is given for read, given in zip(DATES.read(doc), mentions, strict=True))
    assert list(DATES._unpacked(doc.spans["dates"])) == mentions
    DATES.set(doc, mentions[:1], "others")
    assert (len(DATES.read(doc)), len(DATES.read(doc, "others"))) == (2, 1)
    assert AMOUNTS.read(doc, "others") == ()


def test_spans_that_others_change_are_read_as_they_are(blank):
    doc = blank("Hier et demain.")
    first, second = (
        Mention(place, place + len(words), "DATE", Timex("DATE", words))
        for place, words in ((0, "Hier"), (8, "demain"))
    )
    DATES.set(doc, [first, second])
    whole = doc.spans["dates"]
    doc.spans["dates"] = [whole[1]]
    assert DATES.read(doc) == (second,)
    doc.spans["dates"] = whole
    assert DATES.read(doc) == (first, second)
    whole.append(doc[1:2])
    assert DATES.read(doc) == (first, second)
    del doc.spans["dates"]
    assert DATES.read(doc) == ()


def test_a_document_is_not_kept_by_its_mentions(blank):
    doc = blank("Hier.")
    DATES.set(doc, [Mention(0, 4, "DATE", Timex("DATE", "2025-01-01"))])
    gone = weakref.ref(doc)
    del doc
    gc.collect()
    assert gone() is None


def test_one_place_has_one_mention_the_first_that_is_given(blank):
    doc = blank("la marina")
    sectors = [Sector("R", "93", "Sports", "marina"), Sector("H", "52", "Transports", "marina")]
    SECTORS.set(doc, [Mention(3, 9, s.section + s.division, s) for s in sectors])
    assert [m.value for m in SECTORS.read(doc)] == sectors[:1]


def test_a_key_of_the_kind_parts_mentions_of_one_place(blank):
    doc = blank("Les trains.")
    passages = [Passage(code, "", "", "", 0.5, [], []) for code in ("10", "8", "10")]
    THEME_PASSAGES.set(doc, [Mention(0, 11, p.code, p) for p in passages])
    assert [m.value.code for m in THEME_PASSAGES.read(doc)] == ["10", "8"]


def test_setting_again_replaces(blank):
    doc = blank("hier et demain")
    DATES.set(doc, [Mention(0, 4, "DATE", Timex("DATE", "2025-01-01"))])
    DATES.set(doc, [])
    assert list(DATES.read(doc)) == []


def test_other_spans_have_no_value(blank):
    doc = blank("hier")
    assert doc[0:1]._.timex is None
    assert list(DATES.read(doc)) == []
