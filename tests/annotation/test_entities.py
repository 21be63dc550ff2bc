from pipeline.annotation.entities import passages


def test_passages_cover_everything_and_break_at_sentences():
    starts = [i % 7 == 0 for i in range(100)]
    cut = list(passages(starts, 20))
    assert [a for a, _ in cut[1:]] == [b for _, b in cut[:-1]]
    assert (cut[0][0], cut[-1][1]) == (0, 100)
    assert all(starts[a] for a, _ in cut)


def test_a_sentence_without_end_is_cut():
    cut = list(passages([False] * 1200, 100))
    assert max(b - a for a, b in cut) == 500


def test_entities_do_not_depend_on_what_surrounds_a_passage(nlp):
    sentence = "Le maire Anatole Ferrand reçoit Louise Delorme à Bordeaux."
    filler = "Le conseil vote le budget de la ville. " * 60
    with nlp.select_pipes(enable=["hemicycle_sentences", "ner"]):
        alone = [(e.text, e.label_) for e in nlp(sentence).ents]
        within = [(e.text, e.label_) for e in nlp(filler + "\n" + sentence).ents]
    assert alone
    assert within[-len(alone) :] == alone


def test_stream_and_single_agree(nlp):
    texts = ["Zoé Marchal vient de Lyon.", "", "Rien.", "Paris accueille Ida Novak."] * 3
    with nlp.select_pipes(enable=["hemicycle_sentences", "ner"]):
        one = [[(e.start, e.end, e.label_) for e in nlp(t).ents] for t in texts]
        many = [[(e.start, e.end, e.label_) for e in d.ents] for d in nlp.pipe(texts)]
    assert one == many
