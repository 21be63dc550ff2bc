"""Lines to try, shown below the help of each command and in the docs; the tests parse them all."""

EXAMPLES: dict[str, tuple[str, ...]] = {
    "run": (
        "hemicycle run corpus -o outputs",
        "hemicycle run discours.jsonl --text-field texte --date-field jour --by parti",
        "hemicycle run https://example.org/discours --follow '*/discours/*'",
        "cat discours.txt | hemicycle run - --date 2026-03-19",
    ),
    "watch": ("hemicycle watch discours -o outputs",),
    "ingest": ("hemicycle ingest corpus -o outputs",),
    "extract": ("hemicycle extract -o outputs",),
    "tag": ("hemicycle tag -o outputs", "hemicycle tag discours.txt"),
    "aggregate": ("hemicycle aggregate -o outputs --freq year --by parti",),
    "report": ("hemicycle report outputs",),
    "search": (
        'hemicycle search "hausse des impôts"',
        "hemicycle search financer --lemma",
        'hemicycle search "énerg* nucléaire" --near 5',
        "hemicycle search hôpital --table amounts --as csv",
    ),
    "show": (
        "hemicycle show 2026-03-19_article-ferroviaire",
        "hemicycle show 2026-03-19_article-ferroviaire --table people",
    ),
    "compare": (
        "hemicycle compare LFI RN --by group",
        'hemicycle compare "Agathe Sorel" "Maud Joncquet" --by speaker',
    ),
    "correct": (
        'hemicycle correct budget-2026 people 142 role "ministre de l\'Agriculture"',
        "hemicycle correct budget-2026 places 880 --delete",
    ),
    "export": ("hemicycle export duckdb outputs", "hemicycle export tei outputs -o tei"),
    "status": ("hemicycle status outputs",),
    "evaluate": (
        "hemicycle evaluate",
        "hemicycle evaluate --errors 20",
        "hemicycle evaluate outputs",
    ),
    "explain": (
        'hemicycle explain "La rue Paul Corvel rouvre le 3 mai 2026."',
        "hemicycle explain outputs 2026-03-19_article-ferroviaire people 191",
    ),
}
