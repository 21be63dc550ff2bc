"""People of a table of texts, on Spark: one function over batches of records.

    pip install pyspark 'hemicycle[parquet]'
    python spark.py TEXTS.parquet PEOPLE.parquet

`TEXTS.parquet` has the columns `id`, `text` and, where known, `date`, `country` and `speaker`.
"""

import os
import sys
from collections.abc import Iterator

import pandas as pd
from hemicycle.tables.registry import PEOPLE
from pyspark.sql import DataFrame, SparkSession


def people(batches: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """Runs in the workers; each loads the pipeline once."""
    import hemicycle

    for batch in batches:
        rows = hemicycle.rows(batch.to_dict("records"), ["people"])["people"]
        yield pd.DataFrame(rows, columns=list(PEOPLE.header))


def read(texts: DataFrame) -> DataFrame:
    """The rows of `people.csv`, as strings, for a Spark table of texts."""
    return texts.mapInPandas(people, ", ".join(f"{name} string" for name in PEOPLE.header))


if __name__ == "__main__":
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = SparkSession.builder.appName("hemicycle").getOrCreate()
    read(spark.read.parquet(sys.argv[1])).write.parquet(sys.argv[2])
