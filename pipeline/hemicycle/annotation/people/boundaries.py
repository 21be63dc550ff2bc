"""What of a chain of capitals is the name: without titles, places, bodies and first words.

`Monsieur le Président Aslan Roy` gives `Aslan Roy`; `la ministre de la Justice Maïa Sorel` gives
`Maïa Sorel`, because a first name begins there; `Hier Aslan Roy` loses the word that is capital
only because the sentence starts; `Jean Roy de France Nature` ends before the particle.
"""

from __future__ import annotations

from hemicycle.annotation.people.capitals import names_in_capitals
from hemicycle.annotation.people.chains import FRENCH_PARTICLES, Chain
from hemicycle.annotation.people.endings import Endings
from hemicycle.annotation.people.glued import glued
from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import Lexicon, is_common
from hemicycle.annotation.people.never_names import EXCLAMATIONS
from hemicycle.annotation.people.orders import capitals_first
from hemicycle.annotation.people.ranks import is_pape, named_after_rank
from hemicycle.annotation.people.role_lexicon import role_lexicon
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import JOINING, OF, OF_THE, PLAIN_OF, THE_FEMININE
from hemicycle.reading.words import Words, is_capital, is_upper

_TITLES_OR_NAMES = small_words("boundaries", "titles_or_names")
_OF = OF | small_words("boundaries", "elided_capital")
_COLLEAGUES = small_words("boundaries", "colleagues")
_DEAR = small_words("boundaries", "dear")
_GERMAN = small_words("boundaries", "german")
_BYLINE = small_words("boundaries", "byline")
_ARTICLES = small_words("boundaries", "articles")


class Boundaries:
    """Cuts the chains of one text into names."""

    def __init__(self, words: Words, lexicon: Lexicon, starts: set[int], inside: set[int]) -> None:
        """Prepare to cut.

        Args:
            words: the text's words.
            lexicon: the words that tell who is a person.
            starts: words at which the model's entities of persons begin.
            inside: words inside such entities, but not at their beginning.
        """
        self._words = words
        self._lexicon = lexicon
        heads = role_lexicon().heads
        self._heads = heads
        self._starts = starts
        self._inside = inside
        self._endings = Endings(words, lexicon, inside)
        self._particled = {
            (words.lower[k], words.lower[k + 1])
            for k in range(1, len(words) - 1)
            if words.forms[k] in lexicon.capital_particles
            and words.spaced(k)
            and is_capital(words.forms[k - 1])
            and is_capital(words.forms[k + 1])
        } | {
            (words.lower[k], words.lower[k + 1])
            for k in starts
            if k + 1 in inside
            and words.forms[k] in lexicon.capital_particles
            and heads.match(words.lower, k + 1) == k + 1
        }

    def names(self, chain: Chain) -> list[Chain]:
        """The parts of a chain that may be names, in order."""
        parts = []
        words = self._words
        if capitals_first(words, self._lexicon, chain.start, chain.end):
            return [chain]
        if all(
            is_upper(form) or form[-1] == "'" for form in words.forms[chain.start : chain.end]
        ) and not words.is_in_lower_line(chain.start, chain.end):
            parts = names_in_capitals(words, self._lexicon, chain)
            if parts:
                return parts
        if self._is_body(chain):
            return [chain]
        alone = chain.end - chain.start == 1 and words.forms[chain.start][-1] != "'"
        for piece in [chain] if alone else self._at_second_name(self._at_particles(chain)):
            start = self._trim_start(self._after_address(piece), piece.end)
            end = piece.end
            if start >= end:
                continue
            if start > piece.start and self._owns(start):
                continue
            end = self._endings.trim(start, end)
            start = self._with_particle(start)
            if True in words.capital[start:end]:
                parts.append(Chain(start, end))
        return parts

    def _is_body(self, chain: Chain) -> bool:
        """Whether a chain is a body's name that begins like a title: `Général Electric`."""
        words = self._words
        if self._heads.match(words.lower, chain.start) <= chain.start:
            return False
        whole = " ".join(words.forms[chain.start : chain.end])
        return fold(whole) in self._lexicon.never_people

    def _owns(self, start: int) -> bool:
        """Whether the complement of a function begins: `Madame la Présidente du Conseil`."""
        words = self._words
        if words.forms[start] not in FRENCH_PARTICLES:
            return False
        office = self._heads.match(words.lower, start - 1) > start - 1
        return office and not named_after_rank(words, self._lexicon, start)

    def _at_particles(self, chain: Chain) -> list[Chain]:
        """The chain cut at French particles that are prepositions there."""
        words, forms = self._words, self._words.forms
        pieces = []
        title = self._heads.match(words.lower, chain.start)
        start = title if chain.start + 1 < title < chain.end else chain.start
        index = start + 1
        while index < chain.end:
            if forms[index].lower() in FRENCH_PARTICLES and not self._joins(
                start, index, chain.end
            ):
                pieces.append(Chain(start, index))
                while index < chain.end and forms[index].lower() in FRENCH_PARTICLES:
                    index += 1
                start = index
            index += 1
        if start < chain.end:
            pieces.append(Chain(start, chain.end))
        return [piece for piece in pieces if words.forms[piece.end - 1][-1] != "'"]

    def _at_second_name(self, pieces: list[Chain]) -> list[Chain]:
        """The pieces cut between two full names that stand side by side.

        `l'ancien ministre de Jean Aubel Maria Stern`: first name, surname, first name, surname.
        """
        known, forms = self._lexicon.knows_first_name, self._words.forms
        cut: list[Chain] = []
        for piece in pieces:
            start = piece.start
            for k in range(piece.start + 2, piece.end - 1):
                if (
                    k - start >= 2
                    and known(forms[k])
                    and not known(forms[k - 1])
                    and known(forms[start])
                    and not known(forms[k + 1])
                    and forms[k - 1] not in self._lexicon.capital_particles
                    and forms[k - 1] not in self._lexicon.foreign_particles
                ):
                    cut.append(Chain(start, k))
                    start = k
            cut.append(Chain(start, piece.end))
        return cut

    def _joins(self, start: int, particle: int, end: int) -> bool:
        """Whether the particle belongs to a name that goes on on both sides."""
        words, lexicon = self._words, self._lexicon
        after = particle
        while after < end and words.lower[after] in FRENCH_PARTICLES:
            after += 1
        if after >= end:
            return False
        if particle in self._inside and after in self._inside:
            thing = lexicon.is_place(words.forms[after]) or (
                fold(words.forms[after]) in lexicon.never_people
            )
            if words.lower[particle] in OF_THE and words.lower[after] in lexicon.named_after:
                return False  # `Aslan Roy du Groupe Lorvel`
            return lexicon.knows_first_name(words.forms[start]) or not thing
        if lexicon.is_place(words.forms[after]) or fold(words.forms[after]) in lexicon.never_people:
            return False
        left = [
            w
            for w in words.forms[self._trim_start(start, particle) : particle]
            if w.lower() not in lexicon.honorifics
        ]
        if not left:
            return False
        return len(left) <= 2 and all(
            lexicon.knows_first_name(word) or (len(word) == 1 and word.isupper()) for word in left
        )

    def _trim_start(self, start: int, end: int) -> int:
        """The first word of the name itself."""
        words, lexicon = self._words, self._lexicon
        if end - start == 1 and words.lower[start] not in lexicon.honorifics:
            return start  # nothing of it can go: a name is one word at least
        moved = True
        while moved and start < end:
            moved = False
            form, lower = words.forms[start], words.lower[start]
            if style := self._style(start, end):
                start, moved = start + style, True
                continue
            if self._is_title(start, end) or (
                lower in _ARTICLES and start + 1 < end and not self._keeps_article(start)
            ):
                start, moved = start + 1, True
                continue
            if start + 1 < end and (lower in EXCLAMATIONS or lower in _BYLINE):
                start, moved = start + 1, True  # `Bravo Aslan Roy !`, `Par Aslan Roy`
                continue
            if before := glued(words, lexicon, start, end):
                start, moved = start + before, True
                continue
            if start + 1 >= end or start in self._starts or is_pape(words, lexicon, start):
                break
            if (
                self._is_people(start, end)
                or self._is_heading(start, end)
                or (fold(form) in lexicon.common and not lexicon.knows_first_name(form))
                or (
                    lower in FRENCH_PARTICLES and fold(words.forms[end - 1]) in lexicon.never_people
                )
                or ((self._begins(start) or end - start > 2) and self._is_first_word(start))
            ):
                start, moved = start + 1, True
        return self._late_first_name(start, end)

    def _style(self, start: int, end: int) -> int:
        """How many words from ``start`` on are a style in short: `S.E.M. Aslan Roy`."""
        words = self._words
        after = self._lexicon.styles.match(words.lower, start)
        if not start < after < end or not words.forms[start].isupper():
            return 0
        named = self._lexicon.knows_first_name(words.forms[after]) or after + 1 < end
        return after - start if named or words.lower[after - 1] == "m" else 0

    def _after_address(self, piece: Chain) -> int:
        """The word after a word of address inside the piece: `Son Excellence Madame X`."""
        words, formal = self._words, self._lexicon.formal
        for k in range(piece.end - 2, piece.start, -1):
            if len(words.forms[k]) > 1 and words.lower[k] in formal and not self._is_both(k):
                return k + 1
        return piece.start

    def _is_both(self, index: int) -> bool:
        """Whether a word of address is a first name, behind another: `Madame Lalla Corvel`."""
        words, lexicon = self._words, self._lexicon
        behind = index > 0 and words.lower[index - 1] in lexicon.honorifics
        return behind and lexicon.knows_first_name(words.forms[index])

    def _is_heading(self, start: int, end: int) -> bool:
        """Whether a heading in capitals runs into a full name in usual case."""
        forms, lexicon = self._words.forms, self._lexicon
        if not is_upper(forms[start]) or lexicon.knows_first_name(forms[start]):
            return False
        for k in range(start + 1, end - 1):
            if not is_upper(forms[k]):
                return lexicon.knows_first_name(forms[k]) and not is_upper(forms[k + 1])
        return False

    def _is_people(self, start: int, end: int) -> bool:
        """Whether a people stands before a full name: `le Français Aubin Roy`."""
        forms, lexicon = self._words.forms, self._lexicon
        folded = fold(forms[start])
        if folded in lexicon.demonyms and start + 2 < end:
            return True
        return (folded in lexicon.demonyms or folded.endswith(lexicon.demonym_endings)) and (
            start + 1 in self._starts or lexicon.knows_first_name(forms[start + 1])
        )

    def _with_particle(self, start: int) -> int:
        """The first of the particles that belong to a surname: `M. de Courlay`, `von Aspern`."""
        words, lexicon = self._words, self._lexicon
        at = start
        while at > 0 and words.spaced(at):
            before = words.forms[at - 1]
            if (
                before in _OF
                or (before in THE_FEMININE and words.forms[at - 2] in PLAIN_OF)
                or before in lexicon.foreign_particles
            ):
                at -= 1
                continue
            break
        if at == start or at == 0:
            return start
        german = words.forms[at] in _GERMAN and (
            start - 1 in self._inside or at in self._starts or "\n" in words.gap(at)
        )
        previous = words.lower[at - 1]
        addressed = previous in lexicon.formal or previous in _DEAR
        if previous in _COLLEAGUES:  # `notre collègue de Corvel`, no `collègue de Lorvel`
            form = words.forms[start]
            addressed = "-" not in form and not lexicon.is_place(form)
        ranked = named_after_rank(words, lexicon, at)
        return at if german or addressed or ranked or at in self._starts else start

    def _is_title(self, start: int, end: int) -> bool:
        """Whether a capital word is a word of address or a function, and more follows."""
        words = self._words
        lower = words.lower[start]
        if is_pape(words, self._lexicon, start) or self._is_both(start):
            return False
        if lower in _TITLES_OR_NAMES and (start in self._starts or self._is_first_name(start, end)):
            return False  # a title, and a first name
        if lower in self._lexicon.honorifics and (lower != "m" or start + 1 < end):
            initial = (
                len(lower) == 1
                and start > 0
                and (words.lower[start - 1] in self._lexicon.honorifics)
            )
            return not initial and (
                len(lower) > 1 or words.gap(start + 1).startswith((".", " ", "\u00a0", "\u202f"))
            )
        head_end = self._heads.match(words.lower, start)
        return start < head_end < end or head_end == end > start + 1

    def _is_first_name(self, start: int, end: int) -> bool:
        """Whether a title with a capital opens a full name: `Cheikh Tidiane Corvel`."""
        forms, lexicon = self._words.forms, self._lexicon
        return (
            end - start > 2
            and forms[start].istitle()
            and lexicon.foreign_particles.isdisjoint(forms[start:end])
        )

    def _keeps_article(self, start: int) -> bool:
        """Whether `Le`, `La` is the particle of a surname: `Le Goff` inside a sentence."""
        addressed = start > 0 and self._words.lower[start - 1] in self._lexicon.honorifics
        office = self._heads.match(self._words.lower, start + 1) > start + 1
        spelt = not addressed or self._words.forms[start] not in self._lexicon.capital_particles
        if office and spelt and not self._is_surname(start):
            return False  # `Le Bourgmestre`, `Madame la Bourgmestre`, `M. LE MAIRE`
        if start in self._starts or self._is_surname(start) or addressed:
            return True
        return not self._begins(start) and (
            self._words.forms[start] in self._lexicon.capital_particles
            and fold(self._words.forms[start + 1]) not in self._lexicon.common
            and fold(self._words.forms[start + 1]) not in self._lexicon.never_people
        )

    def _is_surname(self, start: int) -> bool:
        """Whether a capital particle and the word after it end a longer name of the text."""
        return tuple(self._words.lower[start : start + 2]) in self._particled

    def _begins(self, index: int) -> bool:
        """Whether a capital may be due to the start of a sentence: not after `M.`."""
        words = self._words
        addressed = index > 0 and words.lower[index - 1] in self._lexicon.honorifics
        return not addressed and words.begins_sentence(index)

    def _is_first_word(self, start: int) -> bool:
        """Whether a word is capital only for its place at the start of a sentence."""
        words, lexicon = self._words, self._lexicon
        if lexicon.knows_first_name(words.forms[start]) or self._is_surname(start):
            return False
        if self._is_initial(start):
            return False
        if not is_common(words.lower[start]):
            return False
        named = start + 1 in self._starts or lexicon.knows_first_name(words.forms[start + 1])
        return named or (self._begins(start) and start not in self._inside)

    def _is_initial(self, index: int) -> bool:
        """Whether a letter with a point stands for a first name: `S. Corvel`, `H. M.`, no `M.`."""
        words = self._words
        if len(words.forms[index]) > 1 or not words.gap(index + 1).startswith(". "):
            return False
        if words.lower[index] in self._lexicon.honorifics:
            return False
        following = words.forms[index + 1]
        if len(following) == 1:
            return words.gap(index + 2).startswith(".")
        return not is_common(following.lower())

    def _late_first_name(self, start: int, end: int) -> int:
        """Where a body or place is directly followed by a full name, the first of the name.

        `le patron de Volterra Aslan Roy`: the chain hangs on a preposition, and a first name
        stands inside it that is no middle name.
        """
        words, lexicon = self._words, self._lexicon
        while start + 1 < end and (
            (
                lexicon.is_place(words.forms[start])
                and not lexicon.knows_first_name(words.forms[start])
            )
            or self._is_acronym(start, end)
        ):
            start += 1
        after_preposition = start > 0 and words.lower[start - 1] in JOINING
        if not after_preposition or lexicon.knows_first_name(words.forms[start]):
            return start
        for index in range(start + 1, end - 1):
            if words.forms[index - 1] in lexicon.foreign_particles:
                continue
            if index in self._starts or (
                lexicon.knows_first_name(words.forms[index]) and index not in self._inside
            ):
                return index
        return start

    def _is_acronym(self, index: int, end: int) -> bool:
        """Whether a word is an acronym beside words in usual case."""
        form, *others = self._words.forms[index:end]
        return 1 < len(form) <= 6 and form.isupper() and not any(map(is_upper, others))
