"""Numbers in French text, in figures and in words: the ground that dates and amounts stand on.

:func:`read_numbers` works on plain text and knows no spaCy. What a number counts, or whether it is
an article of a law, is for the components that use it.
"""

from hemicycle.reading.numbers.number import Number
from hemicycle.reading.numbers.reader import read_numbers

__all__ = ["Number", "read_numbers"]
