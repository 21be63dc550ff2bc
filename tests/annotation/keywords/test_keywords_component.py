import pytest
import spacy
from hemicycle.annotation.keywords.component import KeywordFinder
from hemicycle.annotation.keywords.ranking import is_short_for
from hemicycle.kinds import registry as kinds
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import PEOPLE, Person
from hemicycle.kinds.sectors import SECTORS, Sector

TEXT = (
    "Sénégal : la réforme de l’irrigation divise les riziculteurs.\n"
    "La réforme de l’irrigation, présentée mardi, prévoit une redevance sur l’eau des canaux. Les "
    "riziculteurs de la vallée refusent cette redevance. « La redevance nous ruinera », dit une "
    "productrice de la vallée du fleuve. La réforme de l’irrigation sera votée en juin."
)


@pytest.fixture(scope="module")
def finder():
    kinds.register()
    nlp = spacy.blank("fr")
    nlp.add_pipe("hemicycle_sentences")
    component = KeywordFinder(12)
    return lambda text: component(nlp(text))._.keywords


def test_what_the_title_and_the_text_repeat_comes_first(finder):
    best = [keyword.keyword for keyword in finder(TEXT)][:5]
    assert "Sénégal" in best
    assert "réforme de l’irrigation" in best
    assert "riziculteurs" in best


def test_counts_and_ranks(finder):
    keywords = finder(TEXT)
    counts = {keyword.keyword: keyword.count for keyword in keywords}
    assert counts["redevance"] == 3
    assert counts["réforme de l’irrigation"] == 3
    assert [keyword.rank for keyword in keywords] == list(range(1, len(keywords) + 1))
    scores = [keyword.score for keyword in keywords]
    assert scores[0] == 1
    assert scores == sorted(scores, reverse=True)


def test_words_of_no_content_and_verbs_are_none(finder):
    shown = {keyword.keyword.lower() for keyword in finder(TEXT)}
    assert not shown & {"cette", "nous", "mardi", "juin", "refusent", "prévoit", "sera"}


def test_a_part_that_never_stands_alone_is_none(finder):
    text = "Le marché couvert rouvre. Le marché couvert plaît. Le marché couvert ferme à midi."
    shown = [keyword.keyword for keyword in finder(text)]
    assert shown[0] == "marché couvert"
    assert "couvert" not in shown


@pytest.mark.parametrize("text", ["", " ", "\n", "Oui.", "… !", "1 2 3", "L’ d’ 😀"])
def test_little_text_gives_no_keyword_or_few(finder, text):
    assert len(finder(text)) <= 1


def test_not_more_than_asked():
    kinds.register()
    text = " ".join(f"Le projet{i} avance." for i in range(30))
    assert len(KeywordFinder(5)(spacy.blank("fr")(text))._.keywords) == 5


def test_a_term_of_a_sector_comes_before_another_word():
    nlp = spacy.blank("fr")
    nlp.add_pipe("hemicycle_sentences")
    doc = nlp("On a parlé du hangar et du fromage.")
    component = KeywordFinder(12)
    without = [keyword.keyword for keyword in component(doc)._.keywords]
    start = doc.text.index("fromage")
    SECTORS.set(doc, [Mention(start, start + 7, "C10", Sector("C", "10", "Aliments", "fromage"))])
    assert (without[0], component(doc)._.keywords[0].keyword) == ("hangar", "fromage")


def test_dates_are_none():
    nlp = spacy.blank("fr")
    for name in ("hemicycle_sentences", "hemicycle_dates", "hemicycle_keywords"):
        nlp.add_pipe(name)
    shown = " ".join(k.keyword for k in nlp("Berne, 04.12.2025 - Le barrage de Noël.")._.keywords)
    assert "barrage" in shown
    assert "2025" not in shown


def test_a_person_is_a_keyword_without_the_function():
    doc = spacy.blank("fr")("La conseillère Anna Bellec insiste.")
    PEOPLE.set(doc, [Mention(15, 26, "PER", Person("Anna Bellec"))])
    shown = [keyword.keyword for keyword in KeywordFinder(12)(doc)._.keywords]
    assert "Anna Bellec" in shown
    assert not any("conseillère Anna" in one for one in shown)


def test_no_phrase_begins_with_the_adjective_of_another(finder):
    text = "Axe central de la réforme. L’axe central de la réforme. Un axe central de la réforme."
    shown = [keyword.keyword.lower() for keyword in finder(text)]
    assert not any(one.startswith("central ") for one in shown)


def test_an_infinitive_is_no_part_of_a_phrase(finder):
    found = [
        keyword.keyword
        for keyword in finder(
            "À partir de lundi, les glaciers vont fondre. Fondre est leur sort, partir celui des "
            "habitants. Le plaisir de la glace passera."
        )
    ]
    assert not {"partir", "fondre"} & {word for one in found for word in one.split()}
    assert any("plaisir" in one for one in found)


def test_a_term_stands_before_itself_with_a_circumstance(finder):
    found = [
        keyword.keyword
        for keyword in finder(
            "Le retrait au printemps du vaccin inquiète. Un retrait au printemps, c’est tôt. "
            "Le vaccin manque, dit un médecin ; le vaccin reviendra."
        )
    ]
    assert found.index("retrait") < found.index("retrait au printemps")


def test_a_name_and_its_initials_are_one_keyword(finder):
    found = [
        keyword.keyword
        for keyword in finder(
            "La Ligue des éleveurs du Valmont (LEV) proteste. La LEV demande une prime, la LEV "
            "attend. La Ligue des éleveurs du Valmont sera reçue."
        )
    ]
    assert len({"LEV", "Ligue des éleveurs du Valmont"} & set(found)) == 1


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("MBA", "Musée des beaux-arts", True),
        ("EE", "École des étoiles", True),
        ("CGT", "Centre de gestion", False),
        ("Lev", "Ligue des éleveurs du Valmont", False),
    ],
)
def test_initials(short, full, same):
    assert is_short_for(short, full) is same


def test_a_participle_with_its_agent_or_object_is_no_part_of_a_phrase(finder):
    text = (
        "Des éleveurs touchés par la crue demandent un fonds. Les fuites représentant un tiers du "
        "volume, les éleveurs touchés par la crue paient. Le revenu par habitant baisse."
    )
    found = {keyword.keyword for keyword in finder(text)}
    assert {"éleveurs", "fuites", "revenu"} <= found
    assert not any("touchés" in one or "représentant" in one for one in found)
