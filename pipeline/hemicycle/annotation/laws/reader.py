"""A text to the legal texts that it cites."""

from __future__ import annotations

from importlib import import_module

from hemicycle.annotation.laws.articles import with_articles_behind
from hemicycle.annotation.laws.grammar import read
from hemicycle.annotation.laws.introductions import introduced_behind
from hemicycle.annotation.laws.tokens import Tokens
from hemicycle.kinds.laws import Law
from hemicycle.kinds.mention import Mention
from hemicycle.reading.reading import Reading

# Every module that declares rules; importing it is what makes them known.
PHENOMENA = tuple(
    import_module(f"{__package__}.{name}")
    for name in (
        "article_49_3",
        "articles",
        "belgian_orders",
        "bills",
        "by_names",
        "constitution",
        "judgments",
        "named",
        "numbered",
        "official_titles",
        "treaties",
    )
)


def read_laws(text: str | Reading, country: str = "") -> list[Mention[Law]]:
    """The legal texts that a text cites, in order.

    Args:
        text: any text, or its reading.
        country: ISO 3166-1 alpha-2 of the document, or empty; some forms are of one country.
    """
    tokens = Tokens(Reading.of(text), country)
    matches = [with_articles_behind(tokens, match) for match in read(tokens)]
    introduced: dict[str, Law] = {}
    mentions: list[Mention[Law]] = []
    stop = 0
    for number, match in enumerate(matches):
        start, end = tokens.starts[match.first], tokens.ends[match.stop - 1]
        law = match.node.resolve(introduced)
        if law is None or start < stop:
            continue
        mentions.append(Mention(start, end, law.kind, law))
        following = matches[number + 1] if number + 1 < len(matches) else None
        found = introduced_behind(tokens, end, law, following)
        if found is not None:
            form, meant, stop = found
            introduced[form] = meant
    return mentions
