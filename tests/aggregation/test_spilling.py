from collections import Counter

from hemicycle.aggregation.spilling import SpillingMap
from hypothesis import given
from hypothesis import strategies as st


@given(
    st.lists(st.tuples(st.text("abc", max_size=2), st.text("xy", max_size=2))), st.integers(1, 5)
)
def test_what_was_put_away_comes_back(keys, most):
    counted = SpillingMap(Counter, Counter.update, most)
    for key in keys:
        counted.add(key, {"n": 1})
    found = [(key, value["n"]) for key, value in counted.sorted_items()]
    assert found == sorted(Counter(keys).items())
