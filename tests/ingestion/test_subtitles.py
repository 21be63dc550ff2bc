"""Subtitles: what is said and by whom, without what is there for the player."""

import pytest
from hemicycle.document import Document
from hemicycle.ingestion.documents import read_documents
from hemicycle.running.timelimit import time_limit
from hemicycle.settings import make_settings

WEB = """WEBVTT - Conseil de Kerlévan
Kind: captions
Language: fr

STYLE
::cue { color: lime }

NOTE une remarque
sur deux lignes

entrée
00:01.000 --> 00:03.500 align:start position:0%
<v Jeanne Dorval>Madame la présidente, <i>la dette</i>
a doublé en dix ans &amp; plus.</v>

00:03.600 --> 00:06.000
<v Jeanne Dorval>Qui paiera ?</v>

00:06.000 --> 00:08.000
<v.fort Paul Marchal>Le conseil
répondra.</v>

01:00:20.000 --> 01:00:22.000
Il répondra demain.

01:00:22.000 --> 01:00:24.000
- Non !
- Si !
"""
PLAIN = """1
00:00:01,000 --> 00:00:03,500
<font color="#ffff00">Mme DORVAL : Le budget</font>
{\\an8}augmente de 3 % depuis

2
00:00:03,600 --> 00:00:06,000
l’année
2025

3
00:00:06,600 --> 00:00:09,000
>> Paul Marchal : Je dis non.
La question est celle-ci

4
00:00:09,600 --> 00:00:11,000
qui se pose. Le maire
: où est-il à 10:30 ?
"""
# `_` is a blank: a line of nothing else is no end of a cue.
ROLLING = """WEBVTT

00:00:00.160 --> 00:00:02.389 align:start position:0%
_
bonjour<00:00:00.480><c> à</c><00:00:00.640><c> tous</c>

00:00:02.389 --> 00:00:02.399 align:start position:0%
bonjour à tous
_

00:00:02.399 --> 00:00:04.389 align:start position:0%
bonjour à tous
nous<00:00:02.480><c> parlons</c><00:00:02.640><c> du budget</c>

00:00:04.389 --> 00:00:04.399 align:start position:0%
nous parlons du budget
_

00:00:04.399 --> 00:00:06.389 align:start position:0%
nous parlons du budget
et<00:00:04.480><c> de</c><00:00:05.640><c> la dette</c>
""".replace("_", " ")


def read(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")
    return list(read_documents([str(folder / name)], make_settings({"keep_foreign": True})))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_voices_become_labels_and_the_rest_of_the_player_goes(end, tmp_path):
    (document,) = read(tmp_path, "debat.vtt", WEB.replace("\n", end))
    assert document.text.split("\n\n") == [
        "Jeanne Dorval : Madame la présidente, la dette a doublé en dix ans & plus. Qui paiera ?",
        "Paul Marchal : Le conseil répondra.",
        "Il répondra demain.",
        "- Non !",
        "- Si !",
    ]
    assert document.metadata == {"paragraph_times": "00:00:01 00:00:06 01:00:20 01:00:22 01:00:22"}
    assert (document.title, document.language) == ("Conseil de Kerlévan", "fr")


def test_labels_of_lines_open_paragraphs_and_figures_of_the_text_stay(tmp_path):
    (document,) = read(tmp_path, "debat.srt", PLAIN)
    assert document.text.split("\n\n") == [
        "Mme DORVAL : Le budget augmente de 3 % depuis l’année 2025",
        "Paul Marchal : Je dis non. La question est celle-ci qui se pose. Le maire : où est-il à "
        "10:30 ?",
    ]


def test_a_dash_inside_a_sentence_or_before_a_figure_opens_nothing(tmp_path):
    lines = "Le budget – en hausse\n– est clair,\n-3 % cette année.\n– Non !\n>> mais si"
    (document,) = read(tmp_path, "a.srt", f"1\n00:00:01,000 --> 00:00:03,500\n{lines}\n")
    assert document.text.split("\n\n") == [
        "Le budget – en hausse – est clair, -3 % cette année.",
        "- Non !",
        "- mais si",
    ]


def test_captions_that_roll_upwards_say_each_line_once(tmp_path):
    (document,) = read(tmp_path, "direct.vtt", ROLLING)
    assert document.text == "bonjour à tous nous parlons du budget et de la dette"


def test_what_has_no_times_is_a_failure(tmp_path):
    (failure,) = read(tmp_path, "a.srt", "Bonjour à tous.")
    assert (failure.error, "-->" in failure.message) == ("broken", True)


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v " * 700_000,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<" * 2_000_000,
        "WEBVTT\n\n" + "00:01.000 --> " * 200_000,
        "WEBVTT\n\n" + "00:01.000 --> 00:02.000\nDe A de A\n\n" * 100_000,
        "1\n00:00:01,000 --> 00:00:02,000\n" + "A " * 1_000_000,
        "1\n00:00:01,000 --> 00:00:02,000\n" + "9\n" * 1_000_000,
        "1\n00:00:01,000 --> 00:00:02,000\n" + "{\\" * 1_000_000,
    ],
)
def test_hostile_subtitles_end_within_seconds(text, tmp_path):
    with time_limit(120):
        (found,) = read(tmp_path, "a.vtt", text)
    assert isinstance(found, Document) or found.error
