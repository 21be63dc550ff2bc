"""The shares of themes on the page against a count done another way, from the CSV files."""

import datetime
from collections import Counter, defaultdict

import pytest
from hemicycle.aggregation.corpus import aggregate
from hemicycle.document import Document
from hemicycle.outputs import OutputFolder, csvfiles
from hemicycle.outputs.datapackage import write_datapackage
from hemicycle.report.writing import write_report
from naming import row, theme

RAIL, SCHOOL = ("10", "Rail et cars"), ("6", "École et lycée")
# Day, speaker, and sentences with their themes.
TEXTS = {
    "a": (
        datetime.date(2026, 1, 5),
        "Anne Sol",
        [("Le rail attend ses trains.", [RAIL]), ("Bonjour à tous et à toutes.", [])],
    ),
    "b": (
        datetime.date(2026, 2, 5),
        "Bruno Roc",
        [
            ("Les cars mènent les élèves à l’école.", [RAIL, SCHOOL]),
            ("Nos écoles ferment.", [SCHOOL]),
            ("Les lycées 🎓 aussi.", [SCHOOL]),
        ],
    ),
}


def write_run(root):
    folder = OutputFolder(root)
    folder.prepare()
    folder.write_failures([])
    for name, (day, speaker, sentences) in TEXTS.items():
        text, rows = "", {"theme_passages": [], "themes": [], "speeches": [], "people": []}
        for said, themes in sentences:
            start, end = len(text), len(text) + len(said)
            text += f"{said} "
            for code, label in themes:
                place = {"start_char": str(start), "end_char": str(end), "text": said}
                who = {"sentence": said, "speech": "1", "speaker": speaker}
                told = {"code": code, "theme": label, "score": "0.9"}
                rows["theme_passages"].append(
                    [name, *row("theme_passages", **place, **who, **told)]
                )
        text = text.strip()
        found = dict.fromkeys(one for _, themes in sentences for one in themes)
        for rank, (code, label) in enumerate(found, 1):
            rows["themes"].append([name, *theme(code, label, "rail", rank=rank)])
        words = str(len(text.split()))
        place = [name, "0", str(len(text)), text, text, "1", speaker]
        rows["speeches"].append([*place, "", "", "speech", "", words])
        document = Document(
            name, text, f"{name}.txt", "0" * 64, date=day, speaker=speaker, words=int(words)
        )
        folder.write_document(document, rows)
    aggregate(folder)
    write_datapackage(folder)
    return folder


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = write_run(tmp_path_factory.mktemp("themes") / "outputs")
    return folder, write_report(folder)


def rows(folder, table):
    return list(csvfiles.read_rows(folder.root / "corpus" / f"{table}.csv"))


def shares_of_words(folder, documents):
    """Words of each sentence, parted among its themes, by words of the documents."""
    sentences = defaultdict(list)
    for passage in rows(folder, "theme_passages"):
        if passage["doc_id"] in documents:
            sentence = (passage["doc_id"], passage["start_char"], passage["text"])
            sentences[sentence].append(passage["theme"])
    words = Counter()
    for (_, _, text), themes in sentences.items():
        for label in themes:
            words[label] += len(text.split()) / len(themes)
    whole = sum(int(r["words"]) for r in rows(folder, "documents") if r["doc_id"] in documents)
    return {label: n / whole for label, n in words.items()}


def figures(page, title):
    chart = page.locator(".chart", has=page.get_by_role("heading", name=title, exact=True))
    return [
        line.locator("th, td").all_text_contents()
        for line in chart.locator("details tbody tr").all()
    ]


def percent(text):
    return float(text.rstrip("%")) / 100


@pytest.mark.parametrize(
    ("place", "documents"),
    [
        ("#/?lang=en", {"a", "b"}),
        ("#/?lang=en&speaker=Bruno+Roc", {"b"}),
        ("#/?lang=en&to=2026-01", {"a"}),
    ],
)
def test_shares_of_words(tab, run, place, documents):
    folder, path = run
    page = tab.open(path, place)
    told = {line[0]: percent(line[1]) for line in figures(page, "Themes")}
    assert told == pytest.approx(shares_of_words(folder, documents), abs=0.0006)


def test_shares_of_words_over_time(tab, run):
    folder, path = run
    page = tab.open(path, "#/?lang=en")
    (january, february) = figures(page, "Themes over time")
    assert [january[1], february[1]] == ["11", "14"]
    rail, school = (percent(february[2]), percent(february[3]))
    wanted = shares_of_words(folder, {"b"})
    assert sorted([rail, school]) == pytest.approx(sorted(wanted.values()), abs=0.0006)


def test_shares_of_documents(tab, run):
    _, path = run
    page = tab.open(path, "#/?lang=en")
    page.click("#measure-documents")
    assert page.url.endswith("measure=documents")
    told = {line[0]: (line[1], line[2], line[3]) for line in figures(page, "Themes")}
    assert told == {RAIL[1]: ("75%", "1.5", "2"), SCHOOL[1]: ("25%", "0.5", "1")}


def test_a_theme_leads_to_its_passages(tab, run):
    _, path = run
    page = tab.open(path)
    tab.draw()
    page.get_by_role("link", name=f"{SCHOOL[1]} :").first.click()
    page.locator("#rows").wait_for()
    assert page.locator("h1").text_content() == "Passages thématiques"
    assert page.locator("#rows tbody tr").count() == 3
