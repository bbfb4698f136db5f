"""`portal schema`: the JSON Schemas of flows, of portal.yaml and of scenarios."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.cli import words
from bot.cli.setting import Setting


def schema(
    context: typer.Context,
    kind: Annotated[Literal["flow", "portal", "scenario"], typer.Argument(metavar="[flow|portal|scenario]")] = "flow",
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR")] = None,
) -> int:
    from bot.flow.schema import flow_schema, portal_schema
    from bot.testing.schema import scenario_schema

    setting: Setting = context.obj
    schemas = {"flow": flow_schema, "portal": portal_schema, "scenario": scenario_schema}
    if output is None:
        setting.out.print_json(data=schemas[kind]())
        return 0
    output.mkdir(parents=True, exist_ok=True)
    for name, make in schemas.items():
        path = output / f"{name}.schema.json"
        path.write_text(json.dumps(make(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        setting.out.print(str(words.WRITTEN.format(path=path)), soft_wrap=True)
    return 0
