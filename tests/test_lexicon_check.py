import shutil

from hemicycle import resources
from hemicycle.evaluation import lexicon_check


def test_the_lexicons_have_no_mistake():
    assert lexicon_check.check_lexicons() == []


def test_mistakes_of_each_kind_are_told(tmp_path, monkeypatch):
    models = tmp_path / "models"
    shutil.copytree(resources.models_folder(), models, ignore=shutil.ignore_patterns("gold"))
    with (models / "lexicons" / "themes.csv").open("a", encoding="utf-8") as lexicon:
        lexicon.write(
            "hôpitaux,3,2\nzorglub,99,2\nfrimousse,3,beaucoup\nhôpital,-,\n!!!,3,1\nOTAN,16,2\n"
        )
    with (models / "lexicons" / "sectors.csv").open("a", encoding="utf-8") as lexicon:
        lexicon.write("marina,H52,,\n")
    monkeypatch.setenv("HEMICYCLE_MODELS", str(models))
    told = "\n".join(lexicon_check.check_lexicons())
    assert "'hôpitaux' says the same as 'hôpital' (3)" in told
    assert "'zorglub' has the code '99'" in told
    assert "'frimousse' has the weight 'beaucoup'" in told
    assert "'hôpital' names something and nothing" in told
    assert "'OTAN' is found where 'Otan' is (16)" in told
    assert "'!!!' has no word" in told
    assert "'marina' has two codes (R93, H52)" in told
