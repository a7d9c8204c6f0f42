"""The document of the tables is what the tables say."""

from __future__ import annotations

from data.storing.tables import metadata
from scripts.make_data_model import DOCUMENT, document


def test_the_document_is_what_is_made_of_the_tables() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document()


def test_every_table_stands_in_it_and_every_column_says_what_it_means() -> None:
    found = document()
    for table in metadata.sorted_tables:
        assert f"### {table.name}\n" in found
        for column in table.columns:
            assert column.doc, f"{table.name}.{column.name}"
