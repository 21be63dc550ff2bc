import pytest
from hemicycle.settings import SettingsError

from .conftest import person


def who(frames, doc_id):
    rows = frames.people[frames.people["doc_id"] == doc_id]
    return rows[["person_id", "person", "merged_by"]].drop_duplicates().values.tolist()


def test_one_full_name_is_one_person_in_any_writing(corpus):
    corpus.add("a", people=[person("Agathe Sorel-Dumas", "ministre des Transports")])
    corpus.add("b", people=[person("Agathe SOREL-DUMAS")])
    corpus.add("c", people=[person("agathe sorel dumas")])
    corpus.add("d", people=[person("A. Sorel-Dumas")])
    frames = corpus.aggregate()
    assert set(frames.people["person_id"]) == {"agathe-sorel-dumas"}
    assert frames.people["merged_by"].tolist() == ["name", "name", "name", "initial"]
    assert frames.counts("people")["documents"].tolist() == [4]


def test_a_surname_goes_to_its_only_bearer(corpus):
    corpus.add("a", people=[person("Agathe Sorel", "ministre")])
    corpus.add("b", people=[person("Sorel")])
    corpus.add("c", people=[person("Sorel", "ministre des Transports")])
    frames = corpus.aggregate()
    assert who(frames, "b") == [["agathe-sorel", "Agathe Sorel", "surname"]]
    assert who(frames, "c") == [["agathe-sorel", "Agathe Sorel", "role"]]


def test_two_people_with_one_surname_stay_two(corpus):
    corpus.add("a", people=[person("Pierre Martin", "maire de Morlieu")])
    corpus.add("b", people=[person("Julie Martin", "députée")])
    corpus.add("c", people=[person("Martin")])
    corpus.add("d", people=[person("Martin", "maire")])
    frames = corpus.aggregate()
    assert who(frames, "a")[0][0] == "pierre-martin"
    assert who(frames, "b")[0][0] == "julie-martin"
    assert who(frames, "c") == [["martin", "Martin", ""]]
    assert who(frames, "d") == [["pierre-martin", "Pierre Martin", "role"]]


@pytest.mark.parametrize(
    "seen",
    [
        person("Martin", text="Martin", sentence="Mme Martin parle."),
        person("Martin", "boulanger"),
    ],
    ids=["gender", "function"],
)
def test_gender_or_function_keeps_the_only_bearer_apart(corpus, seen):
    corpus.add("a", people=[person("Pierre Martin", "maire")])
    corpus.add("b", people=[seen])
    frames = corpus.aggregate()
    assert who(frames, "b") == [["martin", "Martin", ""]]


def test_the_word_of_address_picks_the_bearer(corpus):
    corpus.add("a", people=[person("Pierre Martin"), person("Julie Martin")])
    corpus.add("b", people=[person("Martin", sentence="Mme Martin parle.")])
    assert who(corpus.aggregate(), "b")[0][:2] == ["julie-martin", "Julie Martin"]


def test_namesakes_whose_functions_clash_are_two(corpus):
    corpus.add("a", people=[person("Orsini", "maire")])
    corpus.add("b", people=[person("Orsini", "préfet")])
    corpus.add("c", people=[person("Orsini", "maire de Bastelu")])
    ids = corpus.aggregate().people.set_index("doc_id")["person_id"].to_dict()
    assert ids == {"a": "orsini", "b": "orsini-2", "c": "orsini"}


def test_a_function_alone_is_nobody(corpus):
    corpus.add("a", people=[person("garde des Sceaux", "garde des Sceaux", "role")])
    corpus.add("b", people=[person("garde des Sceaux", "garde des Sceaux", "role")])
    frames = corpus.aggregate()
    assert set(frames.people["person_id"]) == {""}
    assert frames.counts("people")["documents"].tolist() == [2]


def test_aliases_merge_and_part(corpus, tmp_path_factory):
    path = tmp_path_factory.mktemp("user") / "aliases.csv"
    path.write_text(
        "name,person,doc_id\nMartin,Martin (boulanger),b\nLa Dame de Morlieu,Julie Roche,\n",
        encoding="utf-8",
    )
    corpus.add("a", people=[person("Pierre Martin")])
    corpus.add("b", people=[person("Martin")])
    corpus.add("c", people=[person("Martin")])
    corpus.add("d", people=[person("Julie Roche"), person("La Dame de Morlieu")])
    frames = corpus.aggregate(aliases=path)
    assert who(frames, "b") == [["martin-boulanger", "Martin (boulanger)", "alias"]]
    assert who(frames, "c") == [["pierre-martin", "Pierre Martin", "surname"]]
    assert frames.people.query("doc_id == 'd'")["person_id"].tolist() == ["julie-roche"] * 2


def test_a_gazetteer_fills_names_ids_and_offices(corpus, tmp_path_factory):
    path = tmp_path_factory.mktemp("user") / "people.csv"
    path.write_text(
        "name;id;role;from;to\n"
        "Agathe Sorel;Q900001;garde des Sceaux;2020-01-01;2022-05-31\n"
        "Yanis Kerdoncuff;Q900002;garde des Sceaux;2022-06-01;\n",
        encoding="utf-8",
    )
    office = person("garde des Sceaux", "garde des Sceaux", "role")
    corpus.add("a", "2021-03-01", people=[office])
    corpus.add("b", "2023-03-01", people=[office])
    corpus.add("c", people=[office])
    corpus.add("d", "2023-03-01", people=[person("Kerdoncuff")])
    frames = corpus.aggregate(gazetteer=path)
    assert who(frames, "a") == [["Q900001", "Agathe Sorel", "gazetteer"]]
    assert who(frames, "b") == [["Q900002", "Yanis Kerdoncuff", "gazetteer"]]
    assert who(frames, "c") == [["", "garde des Sceaux", ""]]
    assert who(frames, "d") == [["Q900002", "Yanis Kerdoncuff", "gazetteer"]]


@pytest.mark.parametrize(
    ("setting", "content", "said"),
    [
        ("aliases", "nom,person\na,b\n", "no column 'name'"),
        ("aliases", "name,person\na,\n", "line 2: name and person must not be empty"),
        ("gazetteer", "name,from\nAnne Sol,hier\n", "line 2: 'hier' is not a day"),
    ],
)
def test_a_wrong_file_is_said(corpus, tmp_path_factory, setting, content, said):
    path = tmp_path_factory.mktemp("user") / "wrong.csv"
    path.write_text(content, encoding="utf-8")
    corpus.add("a", people=[person("Anne Sol")])
    with pytest.raises(SettingsError, match=said):
        corpus.aggregate(**{setting: path})


def test_quotes_know_their_speaker(corpus):
    quote = ["0", "5", "« x »", "s", "", "Sorel", "dit", "10", "0.9"]
    corpus.add("a", people=[person("Agathe Sorel")])
    corpus.add("b", people=[person("Sorel")], quotes=[quote, [*quote[:5], "", "", "", "0.9"]])
    assert corpus.aggregate().quotes["speaker_id"].tolist() == ["agathe-sorel", ""]


def test_turns_know_their_speakers(corpus):
    def turn(number, speaker):
        place = str(10 * number)
        return [
            place,
            f"{place}1",
            "Merci.",
            "Merci.",
            str(number),
            speaker,
            "",
            "",
            "speech",
            "",
            "1",
        ]

    corpus.add("a", people=[person("Agathe Sorel")], speeches=[turn(1, "Agathe Sorel")])
    corpus.add(
        "b",
        people=[person("Sorel"), person("Luc Roy", start=30)],
        speeches=[turn(1, "Luc Roy; Sorel"), turn(2, "Luc Roy; Un député"), turn(3, "")],
    )
    frames = corpus.aggregate()
    assert frames.speeches["speaker_id"].tolist() == [
        "agathe-sorel",
        "luc-roy; agathe-sorel",
        "luc-roy",
        "",
    ]
    # Nothing else of the rows has changed.
    assert frames.speeches["start_char"].tolist() == [10, 10, 20, 30]


def test_the_index_has_a_row_for_each_person_under_all_forms(corpus):
    turn = ["0", "9", "Merci.", "Merci.", "1", "Agathe Sorel", "", "UPP", "speech", "", "1"]
    corpus.add(
        "a",
        people=[
            person("Agathe Sorel", "ministre", text="Agathe Sorel"),
            person("Agathe Sorel", "maire", text="Sorel"),
            person("Luc Roy", text="Luc Roy"),
        ],
        speeches=[turn],
    )
    corpus.add("b", people=[person("Sorel", "ministre", text="Mme Sorel")])
    frames = corpus.aggregate()
    index = frames.people_index
    assert index["person_id"].tolist() == ["agathe-sorel", "luc-roy"]
    first = index.iloc[0]
    assert (first["name"], first["aliases"]) == ("Agathe Sorel", "Mme Sorel; Sorel")
    assert (first["roles"], first["groups"], first["gender"]) == ("ministre; maire", "UPP", "f")
    assert (first["documents"], first["mentions"], first["speeches"]) == (2, 3, 1)
    assert frames.people["person_id"].value_counts()["agathe-sorel"] == first["mentions"]


def test_an_office_that_a_gazetteer_explains_is_in_no_count(corpus):
    corpus.add("a", people=[person("Agathe Sorel", "Première ministre", mention="office")])
    corpus.add("b", people=[person("Agathe Sorel"), person("Anna Roy")])
    frames = corpus.aggregate()
    assert set(who(frames, "a")[0][:2]) == {"agathe-sorel", "Agathe Sorel"}
    assert frames.counts("people")["documents"].tolist() == [1, 1]
    assert frames.people_index["mentions"].tolist() == [1, 1]
