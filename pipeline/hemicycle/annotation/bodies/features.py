"""What is seen of a candidate for the name of a body or a place: the features, each by its name.

A feature holds of a candidate or does not. Two models weigh them, one for organisations and one for
places: each is the sum of the weights of those that hold, which is the logarithm of the odds. The
weights are fitted by ``hemicycle calibrate`` and stand in ``models/calibration/bodies.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature.

    Attributes:
        name: as in ``models/calibration/bodies.toml``.
        sees: what must hold, in words; the candidate is in brackets in an example.
    """

    name: str
    sees: str


FEATURES = (
    # What is known of the name.
    Feature("known_body", "a body of the gazetteer"),
    Feature("known_place", "a place of the gazetteer"),
    Feature("known_country", "a country or a part of the world"),
    Feature("known_both", "the gazetteer has a body and a place of this name"),
    Feature("of_country", "one of these is of the country of the document"),
    Feature("small_town", "a place of fewer than 20,000 inhabitants in another country"),
    Feature("usual_place", "a place of the list of common ones"),
    Feature("usual_body", "a body of the list of those that are no people"),
    Feature("common", "one word, a common noun, known or not: `[Horizons]`"),
    # What the name is made of.
    Feature("grammar", "a head noun and a complement with a capital: `[ministère de la Mer]`"),
    Feature("grammar_lower", "a head with a capital, a small complement: `[Cour des comptes]`"),
    Feature("head_described", "a head and its adjective: `[Conseil communal]`"),
    Feature("head_alone", "a head alone, with a capital: `[Sénat]`"),
    Feature("grammar_small_head", "the same with a small head: `[université de Corvel]`"),
    Feature("of_place", "a small head whose complement is a known place alone"),
    Feature("acronym", "an acronym: `[PMRN]`"),
    Feature("digit", "a digit in one word: `[M23]`"),
    Feature("explained", "an acronym whose full name the text gives"),
    Feature("explains", "the full name before an acronym: `[Parti de la Mer] (PM)`"),
    Feature("many", "several words"),
    Feature("capital_words", "several words, all with capitals"),
    Feature("capitals", "in capitals, and no acronym"),
    # What the recogniser says.
    Feature("model_org", "the recogniser takes it for an organisation"),
    Feature("model_loc", "for a place"),
    Feature("model_per", "for a person"),
    Feature("model_misc", "for something else"),
    Feature("model_inside", "it takes a smaller or other phrase for something"),
    Feature("model_silent", "for nothing"),
    # What stands before.
    Feature("leading", "`à`, `vers`, `depuis` right before it: `à [Corvel]`"),
    Feature("in", "`en`, `au` before it: `en [Corvélie]`"),
    Feature("of", "`de` without an article before it"),
    Feature("article", "an article before it"),
    Feature("no_article", "neither article nor preposition before it"),
    Feature("elided", "`l'` before it"),
    Feature("body_before", "a noun that the name of a body follows: `la société [Zorvel]`"),
    Feature("member_of", "a noun that a body follows behind `de`: `membre du [PMRN]`"),
    Feature("place_before", "a noun that the name of a place follows: `la ville de [Corvel]`"),
    Feature("place_of", "a noun that a place follows behind `de`: `le maire de [Corvel]`"),
    Feature("thing_before", "a noun of a thing: `le programme [Corvel]`"),
    Feature("office_before", "a noun of an office: `ministre de l'[Économie]`"),
    # What follows.
    Feature("party_bracket", "in brackets behind a person: `Awa Corvel ([PMRN])`"),
    Feature("street", "a street with its noun: `[rue Corvel]`"),
    Feature("riding", "in brackets between a person and a party: `Awa Corvel ([Lorvel], PMRN)`"),
    Feature("bracket", "in brackets"),
    Feature("goes_on", "several words that nobody knows, `de` and a capital behind them"),
    Feature("says", "a verb of speech or of what people do behind it"),
    Feature("dateline", "where a dispatch was written"),
    # What speaks against a name.
    Feature("indefinite", "a word of any of its kind before it: `un [État]`, or `[État] de droit`"),
    Feature("first_name", "several words, the first a first name, none of them known"),
    Feature("opening_alone", "opens a sentence, no other capital, nothing known of it"),
    Feature("opening_word", "a common word that opens a sentence"),
    Feature("demonym", "a people"),
    Feature("holiday", "a holiday"),
    Feature("thing_name", "a law, a tax, a grant: `[DETR]`"),
    Feature("adjacent", "a known place with another capital beside it: `[Guinée] Matin`"),
    Feature("quoted", "in quotation marks"),
)

NAMES = tuple(feature.name for feature in FEATURES)
