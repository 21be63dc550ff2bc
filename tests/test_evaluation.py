import pytest
from hemicycle.evaluation import EvaluationError, Scores, evaluate_folder, parse_gold
from hemicycle.evaluation.scoring import score_document

TEXT = """date: 2026-01-02
country: FR
sectors: D, A01
themes: 17, 20
---
Le ministre [Ada [Roux]{P=Ada Roux}]{Q=Ada Roux; cue=a dit} a promis \
[30 à 45 M€]{A=30000000..45000000 EUR; measure=l’aide; date=2026} \
[en 2026]{D=2026 | 2026-XX; mod=START}.
\\[Applaudissements\\] [Le ministre]{R=Ada Roux} part.
"""


def test_the_format_is_read():
    gold = parse_gold(TEXT)
    assert gold.text.startswith("Le ministre Ada Roux a promis 30 à 45 M€ en 2026.\n[Applau")
    assert str(gold.date) == "2026-01-02"
    for annotation in gold.annotations:
        assert gold.text[annotation.start : annotation.end]
    [amount] = gold.of_letters("A")
    assert gold.text[amount.start : amount.end] == "30 à 45 M€"
    assert amount.fields == {"measure": "l’aide", "date": "2026"}
    assert gold.of_letters("D")[0].alternatives == ["2026", "2026-XX"]


@pytest.mark.parametrize(
    "content",
    [
        "no header",
        "a: b\n---\n[x",
        "a: b\n---\n[x] y",
        "a: b\n---\n[x]{Z=1}",
        "abc\n---\nx",
        "a: b\n---\nx]{P=a}",
    ],
)
def test_wrong_formats_are_said(content):
    with pytest.raises(EvaluationError):
        parse_gold(content)


def row(text, surface, **cells):
    start = text.index(surface)
    place = {"start_char": str(start), "end_char": str(start + len(surface)), "text": surface}
    return {**place, **cells}


def perfect(text):
    return {
        "people": [
            row(text, "Roux", name="Ada Roux", role="", mention="name"),
            row(text, "Le ministre part"[:11], name="Ada Roux", role="ministre", mention="role")
            | {
                "start_char": str(text.rindex("Le ministre")),
                "end_char": str(text.rindex("Le ministre") + 11),
            },
        ],
        "dates": [row(text, "2026", value="2026", mod="START")],
        "amounts": [
            row(
                text,
                "30 à 45 M€",
                kind="money",
                value="30000000",
                low="30000000",
                high="45000000",
                unit="EUR",
                modifier="",
                measure="l'aide",
                date="2026",
                per="",
                change="",
            )
        ],
        "sectors": [{"section": "D"}, {"section": "A"}],
        "themes": [{"speech": "", "code": "17"}, {"speech": "", "code": "20"}],
        "keywords": [],
    }


def test_a_perfect_reading_scores_one():
    gold = parse_gold(TEXT)
    scores = Scores()
    score_document(gold, perfect(gold.text), scores)
    assert {name: t.f1 for name, t in scores.tallies.items()} == dict.fromkeys(scores.tallies, 1.0)
    assert not scores.errors


def test_every_kind_of_error_lowers_a_figure():
    gold = parse_gold(TEXT)
    changes = {
        "people names": ("people", 0, {"name": "Eva Roux"}),
        "people spans": ("people", 0, {"end_char": "99"}),
        "people role mentions": ("people", 1, {"name": "Eva Roux"}),
        "dates values": ("dates", 0, {"value": "2025"}),
        "amounts values": ("amounts", 0, {"high": ""}),
        "amounts measure": ("amounts", 0, {"measure": ""}),
        "sectors": ("sectors", 0, {"section": "B"}),
        "themes first": ("themes", 0, {"speech": "", "code": "3"}),
    }
    for measure, (table, index, change) in changes.items():
        rows = perfect(gold.text)
        rows[table][index] = {**rows[table][index], **change}
        scores = Scores()
        score_document(gold, rows, scores)
        assert scores.tallies[measure].f1 < 1, measure


def test_floors():
    scores = Scores(floors={"dates values": 0.9})
    scores.count("dates values", 8, 10, 10)
    assert scores.below_floors() == ["dates values has F1 0.800, floor 0.900"]


def test_a_folder_without_texts_is_said(tmp_path):
    with pytest.raises(EvaluationError, match="no annotated texts"):
        evaluate_folder(tmp_path)
