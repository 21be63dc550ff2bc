"""Who speaks: the turns of sittings, hearings, interviews and speeches, and what happens beside."""
