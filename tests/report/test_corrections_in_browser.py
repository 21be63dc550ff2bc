"""Rows put right on the page: the file that it hands out is what the next run applies."""

import hemicycle
import pytest
from hemicycle.outputs import csvfiles
from hemicycle.outputs.corrections import FILE
from hemicycle.running import stages
from hemicycle.settings import make_settings

TEXT = "🚆 La ministre Zoé Marchal promet 4 millions d’euros au rail. Ivo Ronceray répond."
ROWS = "#rows tbody tr"


@pytest.fixture
def outputs(tmp_path):
    """A folder with a text, which was run over once; gives what runs over it again."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "discours.txt").write_text(TEXT, encoding="utf-8")
    settings = make_settings({"output": str(tmp_path / "out")})
    run(tmp_path, settings)
    return tmp_path, settings


def run(folder, settings):
    return stages.run([str(folder / "in")], settings)


def download(page, path):
    page.click("nav >> text=Corrections")
    with page.expect_download() as handed:
        page.click("#download-corrections")
    assert handed.value.suggested_filename == FILE
    handed.value.save_as(path)


def test_what_is_put_right_is_applied_by_the_next_run(tab, outputs):
    folder, settings = outputs
    page = tab.open(folder / "out" / "report.html", "#/table/amounts")
    page.locator(".correct").click()
    page.fill("#wanted-value", "5000000")
    page.select_option("#wanted-kind", "money")
    page.fill("#wanted-measure", '=cmd|" dépense; =1')
    page.press("#wanted-measure", "Enter")
    assert page.locator(f"{ROWS} ins").first.text_content() == "5000000"
    page.click("nav.chips >> text=Personnes")
    page.get_by_role("button", name="Corriger : Ivo Ronceray").click()
    page.check("#row-is-wrong")
    page.click("#correction-save")
    assert page.locator("tr.wrong").count() == 1
    assert page.locator("nav >> text=Corrections (3)").is_visible()
    download(page, folder / "out" / FILE)
    report = run(folder, settings)
    assert report.reasons == {"corrected": 1} and report.failures == []
    frames = hemicycle.read(folder / "out")
    amount = frames.amounts.iloc[0]
    assert (amount["value"], amount["high"], amount["confidence"]) == (5e6, 5e6, 1)
    assert amount["measure"] == '=cmd|" dépense; =1'
    assert list(frames.people["name"]) == ["Zoé Marchal"]


def test_lines_of_before_stay_in_the_file(tab, outputs):
    folder, settings = outputs
    line = f"discours,people,{TEXT.index('Zoé')},{TEXT.index('Zoé') + 11},Zoé Marchal,change,role,"
    header = "doc_id,table,start_char,end_char,text,action,column,wanted\n"
    (folder / "out" / FILE).write_text(f"{header}{line}'-ministre\n", encoding="utf-8")
    run(folder, settings)
    at = TEXT.index("4 millions")
    page = tab.open(folder / "out" / "report.html", f"#/doc/discours/amounts/{at}-{at + 18}")
    page.keyboard.press("c")
    page.fill("#wanted-unit", "XOF")
    page.click("#correction-save")
    download(page, folder / "out" / FILE)
    known = csvfiles.read_rows(folder / "out" / FILE)
    assert [(one["table"], one["column"], one["wanted"]) for one in known] == [
        ("people", "role", "-ministre"),
        ("amounts", "unit", "XOF"),
    ]


def test_a_line_can_be_undone_and_values_must_fit(tab, run_folder, page_path):
    page = tab.open(page_path, "#/table/people")
    page.locator(".correct").first.click()
    page.fill("#wanted-confidence", "2")
    page.click("#correction-save")
    assert page.locator("#correction").is_visible()
    page.fill("#wanted-confidence", "1_0")
    page.click("#correction-save")
    assert page.locator("#correction").is_visible()
    page.fill("#wanted-confidence", "0.5")
    page.click("#correction-save")
    assert page.locator("#correction").is_hidden()
    page.click("nav >> text=Corrections (1)")
    page.locator("h1", has_text="Corrections").wait_for()
    assert page.locator("#corrections-list li").count() == 1
    page.click("text=Défaire")
    assert page.locator("#corrections-list li").count() == 0
    assert page.locator("#download-corrections").is_disabled()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier(tab, page_path, scheme):
    tab.page.emulate_media(color_scheme=scheme)
    page = tab.open(page_path, "#/table/amounts")
    page.locator(".correct").first.click()
    assert tab.barriers() == []
    page.check("#row-is-wrong")
    page.click("#correction-save")
    assert tab.barriers() == []
    page.click("nav >> text=Corrections (1)")
    page.locator("h1", has_text="Corrections").wait_for()
    assert tab.barriers() == []
