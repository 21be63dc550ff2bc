"""Pages that a list links to: fetched from a site of this machine, politely and once."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from hemicycle.document import Document, Failure
from hemicycle.ingestion import fetching
from hemicycle.ingestion.documents import read_documents
from hemicycle.ingestion.linked_pages import links_of
from hemicycle.settings import make_settings

SPEECH = (
    "<html lang='fr'><head><title>{0}</title></head><body><main><h1>{0}</h1><p>Le maire a annoncé "
    "hier que la halle sera rénovée avant la fin du mandat.</p><p>Le conseil votera la dépense au "
    "printemps, a-t-il ajouté.</p></main></body></html>"
)
LIST = (
    "<html><body><nav><a href='/discours/menu'>Menu</a></nav><main>"
    "<a href='/discours/un'>Un</a> <a href='deux?page=2'>Deux</a> <a href='/discours/un#bas'>Un</a>"
    "<a href='/discours/prive/trois'>Trois</a> <a href='http://exemple.invalid/discours/x'>X</a>"
    "<a href='/discours/ailleurs'>A</a> <a href='/discours/absent'>B</a> <a href='file:///etc/passwd'>"
    "F</a> <a href='/discours/photo.jpg'>P</a> <a href='/contact'>C</a></main></body></html>"
)
FEED = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link rel='self' href='/moi'/>"
    "<link href='/discours/un'/><title>Un</title></entry><entry><link rel='alternate' "
    "href='/discours/deux?page=2'/></entry></feed>"
)


class Site:
    """A site and what was asked of it."""

    def __init__(self):
        self.asked = []
        self.robots = (200, "User-agent: *\nDisallow: /discours/prive/\n")
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                site.asked.append((self.path, self.headers["User-Agent"]))
                status, body, target = site.answer(self.path)
                self.send_response(status)
                if target:
                    self.send_header("Location", target)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_):
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, path):
        if path == "/robots.txt":
            return (*self.robots, "")
        if path == "/discours/ailleurs":
            return 302, "", "http://127.0.0.1:9/secret"
        pages = {"/discours/": LIST, "/flux": FEED, "/discours/un": SPEECH.format("Discours un")}
        pages["/discours/deux?page=2"] = SPEECH.format("Discours deux")
        return (200, pages[path], "") if path in pages else (404, "", "")


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(fetching, "_PAUSE", 0.0)
    running = Site()
    yield running
    running.server.shutdown()
    running.server.server_close()


def read(address, pattern="*/discours/*", **settings):
    made = make_settings({"follow": pattern, **settings})
    found = list(read_documents([address], made))
    texts = {d.doc_id: d for d in found if isinstance(d, Document)}
    return texts, {f.path.rpartition("/")[2]: f.error for f in found if isinstance(f, Failure)}


def test_the_pages_of_a_list_are_read_politely_and_once(site):
    texts, failures = read(f"{site.address}/discours/")
    assert [d.title for d in texts.values()] == ["Discours un", "Discours deux"]
    assert {d.url for d in texts.values()} == {
        f"{site.address}/discours/un",
        f"{site.address}/discours/deux?page=2",
    }
    assert failures == {"trois": "not allowed", "ailleurs": "unsafe", "absent": "unreadable"}
    paths = [path for path, _ in site.asked]
    assert paths[0] == "/robots.txt"
    assert len(paths) == len(set(paths))
    assert not any(word in path for path in paths for word in ("prive", "menu", "jpg", "contact"))
    assert {agent for _, agent in site.asked} == {fetching.AGENT}
    # Another night: the list is looked at again, its pages are not, unless that is asked for.
    before = len(site.asked)
    again, _ = read(f"{site.address}/discours/")
    assert again.keys() == texts.keys()
    new = [path for path, _ in site.asked[before:]]
    assert "/discours/" in new
    assert "/discours/un" not in new
    read(f"{site.address}/discours/", force=True)
    assert [path for path, _ in site.asked].count("/discours/un") == 2


def test_a_feed_gives_the_pages_of_its_entries(site):
    texts, failures = read(f"{site.address}/flux")
    assert [d.title for d in texts.values()] == ["Discours un", "Discours deux"]
    assert failures == {}


def test_lists_that_give_nothing_are_failures(site):
    assert read(f"{site.address}/discours/", "*/rien/*")[1] == {"": "not found"}
    assert read(f"{site.address}/absent")[1] == {"absent": "unreadable"}
    _, failures = read(f"{site.address}/flux", limits={"linked_pages": 1})
    assert failures == {"flux": "too large"}


def test_a_site_in_trouble_is_left_alone(site):
    site.robots = (503, "")
    assert read(f"{site.address}/discours/")[1] == {"": "not allowed"}
    assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_a_site_without_rules_may_be_read(site):
    site.robots = (404, "")
    assert len(read(f"{site.address}/flux")[0]) == 2


def test_a_visitor_waits_as_long_as_a_site_asks(site, monkeypatch):
    site.robots = (200, "User-agent: *\nCrawl-delay: 7\n")
    slept = []
    monkeypatch.setattr(fetching.time, "sleep", slept.append)
    read(f"{site.address}/flux")
    assert slept
    assert all(0 < seconds <= 7 for seconds in slept)
    assert max(slept) > 5


def test_entities_of_a_feed_are_refused(site):
    bomb = (
        b"<!DOCTYPE a [<!ENTITY b 'c'>]><rss><channel><item><link>/x</link></item></channel></rss>"
    )
    with pytest.raises(Exception, match="entities"):
        links_of(bomb, f"{site.address}/flux")


@pytest.mark.parametrize(
    ("page", "links"),
    [
        ("", []),
        ("<a href='http://[x'>a</a><a href='//b.fr/c'>d</a>", []),
        ("<a href=' /a '>a</a><a>b</a><a href='#c'>c</a><a href='mailto:a@b.fr'>m</a>", ["/a"]),
    ],
)
def test_odd_links(page, links):
    assert links_of(page.encode(), "http://a.fr/liste") == [f"http://a.fr{link}" for link in links]
