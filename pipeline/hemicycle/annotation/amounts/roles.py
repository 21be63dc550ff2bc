"""How a date stands to its amount: ``en 2029``, ``d'ici 2029``, ``depuis 2016``."""

from __future__ import annotations

from hemicycle.annotation.amounts.lexicon import lexicon

_REACH = 40
_LED = r"(?:<_>(?:l['’]|le|la|les|du|au|fin|début|mi|an|année|mois))*"
_ROLE = rf"(?<!\w)<{{}}>{_LED}(?:<_>|(?<=['’]))\Z"
# Of most dates no role is said.
_ANY = _ROLE.replace("<{}>", "(?:<by>|<until>|<since>|<from>|<compared>)")
_ROLES = {role: _ROLE.format(role) for role in ("by", "until", "since", "from", "compared")}


def of(text: str, start: int) -> str:
    """The role of a date: ``by``, ``until``, ``since``, ``from``, ``compared``, else ``at``.

    Args:
        text: the document.
        start: first character of the date.
    """
    words = lexicon().date_roles
    first = max(0, start - _REACH)
    if not words.pattern(_ANY).search(text, first, start):
        return "at"
    for role, pattern in _ROLES.items():
        if words.pattern(pattern).search(text, first, start):
            return role
    return "at"
