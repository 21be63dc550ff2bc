"""Articles with their text: ``article 6, § 1er, de la loi``, ``art. 8, al. 3, Cst.``.

Légifrance, Guide de légistique, fiche 3.4.1 (articles L., R., D.); Principes de technique
législative, n° 68 to 71 (paragraphs, ``bis``); Directives sur la technique législative, ch. 7
(``art. 3, al. 2``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hemicycle.annotation.laws.citation import Abbreviation, Citation, WithArticle
from hemicycle.annotation.laws.grammar import Match, parse, rule
from hemicycle.annotation.laws.named import named_behind_article
from hemicycle.annotation.laws.titles import noun_phrase
from hemicycle.annotation.laws.tokens import Tokens, plain
from hemicycle.kinds.laws import Law
from hemicycle.knowledge.grammar import (
    AND_OR,
    HIS,
    PLAIN_TO,
    THAT,
    THE_APART,
    THE_ELIDED,
    THE_MANY,
    WITH_THE_MANY,
    closed,
)

_LATIN = r"(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|nonies|decies|undecies)"
_ITEM = re.compile(
    r"(?:(?P<series>LO|[LRDA])\.?\s?\*?\s?(?=\d))?"
    r"(?P<number>\d+(?:er|re)?(?:\s?[-\u2011.]\s?\d+|[-/]\d+)*(?:\s?" + _LATIN + r")?(?:/\d+)?"
    r"(?:[a-z](?![\w.]))?(?:\s[A-Z](?=[\s,](?!\w+\.)))?"
    r"|\d+[A-Z](?:\.\d+)+"
    r"|[A-Z]\.[IVXL]+(?:\.\d+)+(?:-\d+)?|premier)(?!\w)"
)
_PARAGRAPH = re.compile(
    r"\s*,?\s*(?:(?P<alinéa>al(?:\.|inéas?)\s*(?P<paragraph>\d+(?:er)?))"
    r"|(?P<kept>§§?\s*\d+(?:er)?(?:\s?" + _LATIN + r")?|paragraphes?\s+\d+(?:er)?"
    r"|(?:let\.|lettres?|point|points)\s+[a-z\d]+\)?(?!\w)|(?:ch\.|chiffre)\s+\d+|\d+°"
    r"|(?P<ordinal>\w+(?:-\w+)?)\s+alinéa|[IVX]+(?=[,\s]))|(?P<bracket>\(\d+\)))"
)
_JOINED = AND_OR | PLAIN_TO | {","}
_BEFORE_ITEM = THE_ELIDED | THE_MANY | WITH_THE_MANY
_BEFORE_TEXT = THE_APART | closed("determiner", kind="possessive", person=("1", "2"), gender="")
_ABBREVIATED = re.compile(r"(?P<first>[LO])[A-Z][A-Za-zÉé]*(?:-[A-Z][A-Za-z]*)?(?!\w)")
_BEGINS_49_3 = re.compile(r"49[.-]3;")
_MOST = 60


@dataclass(frozen=True, slots=True)
class Articles:
    """Articles that are cited together.

    Attributes:
        written: their numbers spelt one way, with ``; `` and ``à`` between them.
        stop: index behind them.
    """

    written: str
    stop: int


def read_articles(tokens: Tokens, index: int) -> Articles | None:
    """The list of articles whose first number stands at an index."""
    parts: list[str] = []
    at = last = index
    for _ in range(_MOST):
        item = _item(tokens, at)
        if item is None:
            break
        written, stop = item
        through = parts and tokens.word(at - 1) in PLAIN_TO
        joint = f" {tokens.word(at - 1)} " if through else "; "
        parts.append(f"{joint}{written}" if parts else written)
        last = stop
        begins = _behind_joint(tokens, stop)
        if begins == stop:
            break
        at = _behind_word(tokens, begins) or begins
    return Articles("".join(parts), last) if parts else None


def _behind_joint(tokens: Tokens, index: int) -> int:
    """The index behind ``et``, a comma or the like and an article, ``index`` if none is there."""
    at = index
    while tokens.word(at) in _JOINED or tokens.among("joining_articles", at):
        at = tokens.past(at + 1, THAT)
    if at == index:
        return index
    return tokens.past(at, _BEFORE_ITEM)


def _item(tokens: Tokens, index: int) -> tuple[str, int] | None:
    found = tokens.shape(index, _ITEM)
    if found is None:
        return None
    match, stop = found
    number = plain(match["number"])
    number = "1er" if number.isalpha() else re.sub(r"\s?([-.])\s?", r"\1", number)
    series = match["series"]
    written = f"{series}. {number}" if series else number
    while True:
        paragraph = _paragraph(tokens, stop)
        if paragraph is None:
            return written, stop
        written, stop = f"{written}, {paragraph[0]}", paragraph[1]


def _paragraph(tokens: Tokens, index: int) -> tuple[str, int] | None:
    found = tokens.shape(index, _PARAGRAPH)
    if found is None:
        return None
    match, stop = found
    if match["alinéa"]:
        return f"alinéa {match['paragraph']}", stop
    if match["bracket"]:
        return f"paragraphe {match['bracket'][1:-1]}", stop
    if (
        match["ordinal"]
        and match["ordinal"].lower() not in (tokens.lexicon.words["paragraph_ordinals"])
    ):
        return None
    return plain(match["kept"]), stop


def _behind_word(tokens: Tokens, index: int) -> int:
    """The index behind ``article``, ``articles`` or ``art.``, 0 if none stands there."""
    if tokens.among("articles", index):
        return index + 1
    return tokens.skip(index + 1, ".") if tokens.among("articles_short", index) else 0


@rule("article")
def article(tokens: Tokens, index: int) -> Match | None:
    """Articles and the text that they are of; a bare article cites no text.

    Examples:
        L'[article 6, § 1er, de la loi spéciale du 8 août 1980] -> loi spéciale du 8 août 1980
        CH: L'[art. 8, al. 3, Cst.] -> Constitution
        CH: L'[art. 12 LTrans] et l'[art. 5 OTrans] -> LTrans, OTrans
        L'[article 17 du RGPD] -> RGPD
        Les [articles L.2121-29 et L.2122-22 du code de commerce] -> code de commerce
        Les [articles L. 1 du code civil] et [R. 2 du code rural] -> code civil, code rural
        L'[article 12 du code des ports fluviaux] dispose -> code des ports fluviaux
        L'[article 49.3] et l'[article 12 du code civil] -> Constitution, code civil
        L'article 5 est adopté -> nothing
        L'article 7 de cette loi -> nothing
    """
    if index < tokens.textless:
        return None
    at = _behind_word(tokens, index)
    found = read_articles(tokens, at) if at else None
    if found is None:
        return None
    if tokens.country in ("FR", "") and _BEGINS_49_3.match(found.written):
        # Of the Constitution, whatever the text of the articles behind it.
        return None
    text = _text(tokens, found)
    if text is None:
        # The rest of a list of articles has no text either.
        tokens.textless = found.stop
        return None
    parts = _with(text, index, found.written)
    stop = text.stop
    while True:
        begins = _behind_joint(tokens, stop)
        at = _behind_word(tokens, begins) or begins
        further = read_articles(tokens, at) if begins > stop else None
        text = _text(tokens, further) if further else None
        if text is None or further is None:
            break
        parts += _with(text, begins, further.written)
        stop = text.stop
    return Match(index, stop, parts[0].node, tuple(parts) if len(parts) > 1 else ())


def _with(text: Match, first: int, written: str) -> list[Match]:
    """The matches of a text, or of several that share their head, each with the articles."""
    matches = list(text.parts or (text,))
    begins = [first, *(match.first for match in matches[1:])]
    return [
        Match(start, match.stop, WithArticle(match.node, written))
        for start, match in zip(begins, matches, strict=True)
    ]


def _text(tokens: Tokens, articles: Articles) -> Match | None:
    """The text that articles are of."""
    at = tokens.skip(articles.stop, ",")
    stop = tokens.skip_of(at)
    linked = stop > at
    if linked:
        stop = tokens.past(stop, _BEFORE_TEXT)
        if tokens.among("demonstratives", stop - 1):
            return None
        stop = tokens.past(stop, tokens.lexicon.words["before_texts"])
    if tokens.kinds(stop) & {"article", "49"}:
        return None
    match = parse(tokens, stop) or named_behind_article(tokens, stop)
    if match is not None:
        return match
    code = _unknown_code(tokens, stop) if linked else None
    if code is not None:
        return code
    return None if linked and tokens.country != "CH" else _swiss(tokens, stop)


def _unknown_code(tokens: Tokens, index: int) -> Match | None:
    """A code that the lexicon does not name; its article tells that it is no code of conduct."""
    if not tokens.among("codes", index):
        return None
    stop = noun_phrase(tokens, index + 1)
    if stop == index + 1 or len(tokens.word(stop - 1)) == 1:
        return None
    return Match(index, stop, Citation(Law("code", tokens.written(index, stop).lower())))


def _swiss(tokens: Tokens, index: int) -> Match | None:
    """The abbreviation of a Swiss law (``L…``) or ordinance (``O…``) behind an article."""
    found = tokens.shape(index, _ABBREVIATED)
    if found is None or tokens.country != "CH":
        return None
    kind = "law" if found[0]["first"] == "L" else "ordinance"
    form = found[0][0]
    return Match(index, found[1], Abbreviation(form, Law(kind, form)))


def with_articles_behind(tokens: Tokens, match: Match) -> Match:
    """A citation with the articles named behind it (``…, notamment ses articles L. 1 et L. 2``)."""
    if match.parts or not isinstance(match.node, Citation):
        return match
    at = tokens.skip(match.stop, ",")
    while tokens.among("behind_text", at):
        at += 1
    if at == match.stop or tokens.word(at) not in HIS:
        return match
    begins = _behind_word(tokens, at + 1)
    found = read_articles(tokens, begins) if begins else None
    if found is None:
        return match
    return Match(match.first, found.stop, WithArticle(match.node, found.written))
