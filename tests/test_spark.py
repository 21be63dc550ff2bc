"""The recipe for Spark, run where Spark and Java are installed."""

import importlib.util
import os
import shutil
import sys
from pathlib import Path

import pytest

pyspark = pytest.importorskip("pyspark", reason="Spark is not installed: pip install pyspark")
RECIPE = Path(__file__).parent.parent / "docs" / "recipes" / "spark.py"


@pytest.mark.skipif(shutil.which("java") is None, reason="Java is not installed")
def test_every_text_gives_its_rows_once(monkeypatch):
    from pyspark.sql import SparkSession

    monkeypatch.setitem(os.environ, "PYSPARK_PYTHON", sys.executable)
    spec = importlib.util.spec_from_file_location("spark_recipe", RECIPE)
    recipe = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(recipe)
    spark = SparkSession.builder.master("local[2]").getOrCreate()
    try:
        texts = [(f"d{n}", f"Le maire Ugo Lanvin parle. Texte {n}.") for n in range(20)]
        table = spark.createDataFrame(texts, "id string, text string").repartition(3)
        rows = recipe.read(table).collect()
    finally:
        spark.stop()
    assert sorted(row.doc_id for row in rows) == sorted(name for name, _ in texts)
    assert {(row.name, row.role) for row in rows} == {("Ugo Lanvin", "maire")}
