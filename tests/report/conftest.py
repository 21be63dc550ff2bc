import datetime
import shutil
import sys
from pathlib import Path

import pytest
from hemicycle.aggregation.corpus import aggregate
from hemicycle.document import Document
from hemicycle.outputs import OutputFolder
from hemicycle.outputs.datapackage import write_datapackage
from hemicycle.report.writing import write_report

sys.path.insert(0, str(Path(__file__).parent))

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
HOSTILE = '<script>window.hurt = 1</script> <img src=x onerror="window.hurt = 2">'
TEXTS = {
    "rail": "En 2027 : Anne Sol 🚆 salue Bruno Roc. Le rail coûtera 340 millions d’euros.",
    "école": f"En 2027 : Bruno Roc parle des écoles. {HOSTILE}",
    "mer": "En 2027 : les ports attendent 12 millions d’euros.",
}


SPEAKERS = {"rail": "Bruno Roc", "école": "Anne Sol", "mer": "Anne Sol"}


def place(text, words, speaker):
    start = text.index(words)
    sentence = next(sentence for sentence in text.split(". ") if words in sentence)
    return [str(start), str(start + len(words)), words, sentence, "1", speaker]


def rows(text, speaker):
    from naming import theme

    found = {
        name: []
        for name in ("speeches", "people", "amounts", "sectors", "themes", "keywords", "dates")
    }
    for name in ("Anne Sol", "Bruno Roc"):
        if name in text:
            found["people"].append([*place(text, name, speaker), name, "", "", "name", "0.9"])
    for words, value in (
        ("340 millions d’euros", "340000000"),
        ("12 millions d’euros", "12000000"),
    ):
        if words in text:
            bounds = [value, value, value, "EUR"]
            cells = ["money", *bounds, *[""] * 9, "1"]
            found["amounts"].append([*place(text, words, speaker), *cells])
    for words, code, label in (
        ("rail", "H", "Transports"),
        ("ports", "H", "Transports par eau"),
        ("écoles", "P", "Enseignement"),
    ):
        if words in text:
            found["sectors"].append(
                [*place(text, words, speaker), code, "", label, words, "activity", "0.9"]
            )
            found["themes"].append(theme(code, label, words, speaker=speaker))
            found["keywords"].append(["", speaker, words, "1", "1", "1"])
    first = place(text, text.split(". ")[0], speaker)
    found["speeches"].append([*first, "", "Bleu", "speech", "", "12"])
    found["dates"].append(
        [*place(text, "2027", speaker), "DATE", "2027", "", "2027-01-01", "2027-12-31"]
    )
    return found


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory):
    """A small run, as the stages leave it, with a text that would like to be code."""
    folder = OutputFolder(tmp_path_factory.mktemp("page") / "outputs")
    folder.prepare()
    folder.write_failures([])
    for number, (name, text) in enumerate(TEXTS.items()):
        document = Document(
            f"doc-{number}",
            text,
            f"{name}.txt",
            "0" * 64,
            title=f"Discours {HOSTILE}" if name == "école" else f"Discours {name}",
            date=datetime.date(2026, 1 + 2 * number, 10),
            speaker=SPEAKERS[name],
            metadata={"parti": "Bleu" if number else "Vert"},
            words=len(text.split()),
        )
        found = rows(text, SPEAKERS[name])
        folder.write_document(
            document, {table: [[document.doc_id, *r] for r in found[table]] for table in found}
        )
    aggregate(folder)
    write_datapackage(folder)
    return folder


@pytest.fixture(scope="session")
def page_path(run_folder):
    return write_report(run_folder)


@pytest.fixture(scope="session")
def sitting_folder(tmp_path_factory):
    """A run of a sitting and of a text that nobody speaks."""
    from sitting import write_sitting

    return write_sitting(tmp_path_factory.mktemp("sitting") / "outputs")


@pytest.fixture(scope="session")
def sitting(sitting_folder):
    return write_report(sitting_folder)


@pytest.fixture(scope="session")
def browser():
    """Chromium without a window, or a skip that says what is missing."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        pytest.skip("No browser is installed (Debian: apt-get install chromium)")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield chromium
        chromium.close()


class Tab:
    """A page that notes what it says and asks for."""

    def __init__(self, page):
        self.page = page
        self.complaints = []
        self.requests = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def open(self, path, place="#/"):
        self.page.goto(path.as_uri() + place)
        self.page.wait_for_selector("h1", state="attached")
        return self.page

    def filters(self):
        """Unfold the filters."""
        if self.page.get_attribute("#filters-open", "aria-expanded") == "false":
            self.page.click("#filters-open")

    def draw(self):
        """Draw all charts, of which those out of sight wait until they come near."""
        self.page.evaluate("dispatchEvent(new Event('beforeprint'))")

    def barriers(self):
        """What axe finds on the page, everything unfolded: rules, each with its elements."""
        axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
        self.draw()
        if (
            self.page.locator("#filters-open").is_visible()
            and not self.page.locator("dialog[open]").is_visible()
        ):
            self.filters()
        for details in self.page.locator("details").all():
            details.evaluate("element => element.open = true")
        found = axe.Axe().run(self.page).response["violations"]
        return [(v["id"], [n["html"] for n in v["nodes"]]) for v in found]


@pytest.fixture
def tab(browser):
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="fr-FR", reduced_motion="reduce"
    )
    context.set_default_timeout(10_000)
    tab = Tab(context.new_page())
    yield tab
    urls = [url for url in tab.requests if not url.startswith(("data:", "blob:", "file:"))]
    context.close()
    assert tab.complaints == []
    assert urls == []
