"""The published schemas of what a dossier holds. `python -m bot.evidence.schemas` writes them beside this module."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel

from bot.evidence.record import Record
from bot.evidence.statement import Statement

SCHEMAS: dict[str, type[BaseModel]] = {"seal": Statement, "record": Record}
"""The payload of a seal, and a record, by the names of their files."""


def schema_text(name: str) -> str:
    """A JSON Schema, as it is published."""
    schema = SCHEMAS[name].model_json_schema(by_alias=True, mode="serialization")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    """Write them all."""
    for name in SCHEMAS:
        Path(__file__).with_name(f"{name}.schema.json").write_text(schema_text(name), encoding="utf-8")


if __name__ == "__main__":
    main()
