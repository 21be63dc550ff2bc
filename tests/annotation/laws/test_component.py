"""The component in a spaCy pipeline, and what decides between readings."""

import pytest
import spacy
from hemicycle.annotation.laws.reader import read_laws
from hemicycle.kinds import context
from hemicycle.kinds.laws import LAWS, Law
from spacy.tokens import Doc

TEXT = "L’article 6 de la loi n° 2004-575 du 21 juin 2004 transpose la directive 2000/31/CE."


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.blank("fr")
    nlp.add_pipe("hemicycle_laws")
    return nlp


def located(nlp, text, country):
    context.register()
    doc = nlp.make_doc(text)
    doc._.country = country
    return nlp(doc)


def names(text, country="FR"):
    return [mention.value.name for mention in read_laws(text, country)]


def test_leaves_typed_spans(nlp):
    doc = located(nlp, TEXT, "FR")
    assert [(m.label, doc.text[m.start : m.end], m.value) for m in LAWS.read(doc)] == [
        (
            "law",
            "article 6 de la loi n° 2004-575 du 21 juin 2004",
            Law(
                "law",
                "loi n° 2004-575 du 21 juin 2004",
                "6",
                "2004-06-21",
                "eli/loi/2004/6/21/2004-575/jo/texte",
            ),
        ),
        (
            "directive",
            "directive 2000/31/CE",
            Law("directive", "directive 2000/31/CE", "", "", "32000L0031"),
        ),
    ]
    assert doc.spans["laws"][0]._.law.article == "6"


def test_survives_disk_and_bytes(nlp, tmp_path):
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    doc = located(again, TEXT, "FR")
    copy = Doc(again.vocab).from_bytes(doc.to_bytes())
    assert (
        list(LAWS.read(copy)) == list(LAWS.read(doc)) == list(LAWS.read(located(nlp, TEXT, "FR")))
    )


@pytest.mark.parametrize(
    ("text", "country", "name"),
    [
        ("Selon l’art. 328 CO, rien.", "CH", "code des obligations"),
        ("Selon l’art. 328 CO, rien.", "FR", None),
        ("Le 49.3 est passé.", "FR", "Constitution"),
        ("Le 49.3 est passé.", "", "Constitution"),
        ("Le 49.3 est passé.", "BE", None),
        ("La loi 21 est contestée.", "CA", "loi 21"),
        ("La loi 21 est contestée.", "FR", None),
        ("La loi sur le Parlement suffit.", "CH", "loi sur le Parlement"),
        ("La loi sur le Parlement suffit.", "FR", None),
    ],
)
def test_the_country_decides(text, country, name):
    assert names(text, country) == ([] if name is None else [name])


@pytest.mark.parametrize(
    ("text", "country", "identifier"),
    [
        ("la loi n° 2019-022 du 3 juillet 2019", "ML", ""),
        ("la loi n° 2019-022 du 3 juillet 2019", "FR", "eli/loi/2019/7/3/2019-022/jo/texte"),
        ("la loi n° 2019-022 du 3 juillet 2019", "", ""),
        ("la loi n° 78-17 du 6 janvier 1978", "FR", ""),
        ("la loi n° 2019-022 du 3 juillet 2020", "FR", ""),
        ("la loi organique n° 2019-022 du 3 juillet 2019", "FR", ""),
        ("la directive 95/46/CE", "FR", "31995L0046"),
        ("le règlement (CEE) n° 1408/71", "FR", "31971R1408"),
        ("le règlement (CE) n° 1107/2009", "FR", "32009R1107"),
        ("le règlement (UE) n° 2016/679", "FR", "32016R0679"),
        ("le règlement (UE) 2022/2065", "FR", "32022R2065"),
        ("le règlement n° 15/2002/CM/UEMOA", "SN", ""),
        ("l’affaire C-26/62", "FR", "61962CJ0026"),
        ("l’affaire T-201/04", "FR", "62004TJ0201"),
        ("la décision n° 2019-823 QPC", "FR", ""),
        (
            "la décision n° 2019-823 QPC du 31 janvier 2020",
            "FR",
            "ECLI:FR:CC:2020:2019.823.QPC",
        ),
    ],
)
def test_identifiers(text, country, identifier):
    (mention,) = read_laws(text, country)
    assert mention.value.identifier == identifier


@pytest.mark.parametrize(
    ("article", "written"),
    [
        ("article 49, alinéa 3,", "49, alinéa 3"),
        ("article 49 al. 3", "49, alinéa 3"),
        ("articles L.123-4 et R 123-5", "L. 123-4; R. 123-5"),
        ("articles 12 à 15", "12 à 15"),
        ("article 6, § 1er,", "6, § 1er"),
        ("article 4, paragraphe 3,", "4, paragraphe 3"),
        ("article 7bis", "7bis"),
        ("article 90Q.2", "90Q.2"),
        ("article D.IV.4", "D.IV.4"),
        ("article 1er", "1er"),
        ("article premier", "1er"),
        ("article 3, deuxième alinéa,", "3, deuxième alinéa"),
    ],
)
def test_articles_are_spelt_one_way(article, written):
    (mention,) = read_laws(f"Vu l’{article} de la loi du 3 mai 2005.", "FR")
    assert mention.value.article == written


def test_what_an_abbreviation_introduces_holds_from_there_on():
    text = (
        "La LTruc. La loi fédérale du 24 mars 1995 sur le truc (LTruc ; RS 151.1) suffit. "
        "L’art. 3 LTruc le dit. Son office (OFTruc) aussi : l’OFTruc."
    )
    found = read_laws(text, "CH")
    assert [(m.value.name, m.value.article) for m in found] == [
        ("loi fédérale du 24 mars 1995", ""),
        ("loi fédérale du 24 mars 1995", "3"),
    ]


def test_the_abbreviation_of_an_authority_is_no_law():
    text = "La loi du 3 mai 2005 créant la Haute Autorité (HALDE) a vécu. La HALDE aussi."
    assert names(text) == ["loi du 3 mai 2005"]


def test_same_reading_with_any_apostrophe_and_space():
    plain = "L'article 6 de la loi n° 2004-575 du 21 juin 2004 et le code de l'éducation."
    fancy = plain.replace("'", "’").replace("n° ", "n°\u00a0").replace("21 juin", "21\u202fjuin")
    assert [m.value for m in read_laws(fancy, "FR")] == [m.value for m in read_laws(plain, "FR")]


def test_long_lists_of_articles_are_read_whole():
    listed = ", ".join(f"L. {number}" for number in range(100, 140))
    (mention,) = read_laws(f"Vu les articles {listed} et L. 200 du code du travail.", "FR")
    assert mention.value.name == "code du travail"
    assert mention.value.article.count(";") == 40


def test_every_kind_of_the_lexicon_is_one_of_the_table():
    from hemicycle.kinds.laws import LAW_KINDS
    from hemicycle.knowledge.use import load_csv, load_toml

    kinds = {row["kind"] for row in load_csv("lexicons", "laws.csv")}
    kinds |= set(load_toml("lexicons", "laws.toml")["heads"].values())
    assert kinds <= set(LAW_KINDS)
