from hemicycle.annotation.keywords.background import count_texts, load_commonness


def test_texts_are_counted_once_and_without_their_annotation():
    counts = count_texts(["kind: press\n---\n[Le pont]{D=2026} du pont", "Les ponts et le sable."])
    assert counts["pont"] == 2
    assert counts["sable"] == 1
    assert counts["*"] == 2
    assert not counts["press"]


def test_common_words_are_common():
    commonness = load_commonness()
    assert all(0 < share <= 1 for share in commonness.values())
    assert commonness["ministre"] > commonness.get("berge", 0.0)
