"""The closed classes of French, asked for by what they are (``models/lexicons/grammar.csv``).

A set of little words is made of features, never of a list: ``closed("determiner", definite="yes")``
has ``le``, ``cette``, ``notre``. The sets that several rules ask for have their names here.
Forms are in lower case, those that are elided with a straight apostrophe.
"""

from __future__ import annotations

from hemicycle.knowledge.closed import forms_of
from hemicycle.knowledge.made import WordSet
from hemicycle.knowledge.use import load_csv


def closed(*classes: str, **features: str | tuple[str, ...]) -> WordSet:
    """The forms of some classes that have some features.

    Args:
        classes: of these classes, or of any class if none is named.
        features: column of ``grammar.csv`` to its value, or to several; the empty word where the
            form does not tell.
    """
    asked = {name: (one,) if isinstance(one, str) else one for name, one in features.items()}
    return WordSet(lambda: frozenset(forms_of(load_csv("lexicons", "grammar.csv"), classes, asked)))


def unelided(words: WordSet) -> WordSet:
    """Words without the apostrophe of those that are elided, as some rules cut them."""
    return words.map(lambda word: word.rstrip("'"))


# Articles and other determiners.
THE = closed("determiner", kind="article", definite="yes")
THE_ONE = closed("determiner", kind="article", definite="yes", number="singular")
THE_MANY = closed("determiner", kind="article", definite="yes", number="plural")
THE_MASCULINE = closed("determiner", kind="article", definite="yes", gender="masculine")
THE_FEMININE = closed("determiner", kind="article", definite="yes", gender="feminine")
THE_SPELLED = THE_MASCULINE | THE_FEMININE
THE_ELIDED = closed("determiner", kind="article", gender="", number="singular")
#: Those that stay apart from `de` and `à`.
THE_APART = THE_FEMININE | THE_ELIDED
A = closed("determiner", kind="article", definite="no", number="singular")
THIS = closed("determiner", kind="demonstrative", number="singular")
THESE = closed("determiner", kind="demonstrative", number="plural")
THIS_MASCULINE = closed("determiner", kind="demonstrative", gender="masculine")
THIS_FEMININE = closed("determiner", kind="demonstrative", gender="feminine")
HIS = closed("determiner", kind="possessive", person="3")
HIS_ONE = closed("determiner", kind="possessive", person="3", number="singular")
MY_ONE = closed("determiner", lemma="mon", number="singular")
ALL = closed("determiner", lemma="tout", number="plural")
EACH = closed("determiner", lemma="chaque")
SEVERAL = closed("determiner", lemma=("quelque", "plusieurs"), number="plural")

# Prepositions, alone and with the article.
OF = closed("preposition", lemma="de")
OF_ELIDED = WordSet(lambda: frozenset(w for w in OF if w.endswith("'")))
PLAIN_OF = closed("preposition", lemma="de", definite="")
OF_THE = closed("preposition", lemma="de", definite="yes")
OF_THE_ONE = closed("preposition", lemma="de", definite="yes", number="singular")
OF_THE_MANY = closed("preposition", lemma="de", definite="yes", number="plural")
TO = closed("preposition", lemma="à")
PLAIN_TO = closed("preposition", lemma="à", definite="")
TO_THE = closed("preposition", lemma="à", definite="yes")
TO_THE_ONE = closed("preposition", lemma="à", definite="yes", number="singular")
WITH_THE = closed("preposition", lemma=("de", "à"), definite="yes")
WITH_THE_ONE = closed("preposition", lemma=("de", "à"), definite="yes", number="singular")
WITH_THE_MANY = closed("preposition", lemma=("de", "à"), definite="yes", number="plural")
PLAIN_OF_TO = closed("preposition", lemma=("de", "à"), definite="")
IN = closed("preposition", lemma="en")
#: `en France`, `au Togo`, `aux Comores`.
INTO = IN | TO_THE
WITHIN = closed("preposition", lemma="dans")
ON = closed("preposition", lemma="sur")
UNDER = closed("preposition", lemma="sous")
BY = closed("preposition", lemma="par")
FOR = closed("preposition", lemma="pour")
AGAINST = closed("preposition", lemma="contre")
WITH = closed("preposition", lemma="avec")
WITHOUT = closed("preposition", lemma="sans")
BETWEEN = closed("preposition", lemma="entre")
SINCE = closed("preposition", lemma="depuis")
AFTER = closed("preposition", lemma="après")
BEFORE = closed("preposition", lemma="avant")
UNTIL = closed("preposition", lemma="jusque")
DURING = closed("preposition", lemma=("pendant", "durant"))

#: Whatever says that the thing is known and which, alone or in a preposition.
ARTICLES_TOLD = THE | WITH_THE
#: Plural: `les`, `des`, `aux`.
MANY = THE_MANY | WITH_THE_MANY

#: What joins the words of a name.
JOINING = OF | TO | IN | THE

# Conjunctions, pronouns, negation.
AND = closed("coordinator", lemma="et")
AND_OR = closed("coordinator", lemma=("et", "ou"))
THAT = closed("subordinator", lemma="que")
THAT_ELIDED = WordSet(lambda: frozenset(w for w in THAT if w.endswith("'")))
THAT_SPELLED = THAT - THAT_ELIDED
WHO = closed("pronoun", lemma="qui")
RELATIVES = closed("pronoun", kind="relative", definite="")
HE = closed("pronoun", case="subject", person="3", gender="masculine", number="singular")
SHE = closed("pronoun", case="subject", person="3", gender="feminine", number="singular")
I = closed("pronoun", case="subject", person="1", number="singular")  # noqa: E741
SUBJECTS = closed("pronoun", case="subject")
REFLEXIVE = closed("pronoun", kind="reflexive", case="object")
THERE = closed("pronoun", lemma="y")
NOT = closed("negation", kind="")
MORE_LESS = closed("degree", lemma=("plus", "moins"))
DEGREES = closed("degree")

# Forms of the auxiliaries.
HAVE = closed("auxiliary", lemma="avoir", kind="")
HAS = closed("auxiliary", lemma="avoir", person="3", tense="present")
IS = closed("auxiliary", lemma="être", person="3", tense="present")
AUXILIARIES = closed("auxiliary", person="3")
