from hemicycle.kinds.quotes import QUOTES


def test_the_speaker_s_mention_is_given(blank):
    blank.add_pipe("hemicycle_people")
    blank.add_pipe("hemicycle_quotes")
    text = "Mme Corvel a dit : « Nous irons au bout. »"
    doc = blank(text)
    (mention,) = QUOTES.read(doc)
    assert text[mention.start : mention.end] == "« Nous irons au bout. »"
    assert mention.value.speaker_start_char == text.index("Corvel")
    assert doc.spans["quotes"][0]._.quote == mention.value


def test_it_runs_without_people(blank):
    blank.add_pipe("hemicycle_quotes")
    (mention,) = QUOTES.read(blank("On a dit : « Nous irons au bout. »"))
    assert (mention.value.speaker, mention.value.speaker_start_char) == ("", None)
    assert list(blank("").spans["quotes"]) == []
