"""The types of input values: what a cell means, or what is wrong with it.

Each type is a model that a flow file configures; `parse` turns a cell into a `Parsed`: a value, and problems
with the id of the broken rule. Nothing here knows rows, files or portals.
"""

from __future__ import annotations

from typing import Annotated

import pydantic

from bot.fields.base import Column, Field
from bot.fields.choice import Choice
from bot.fields.day import Date
from bot.fields.division import Division
from bot.fields.handed_over import Cases, Items
from bot.fields.masking import mask_id, quote
from bot.fields.money import Money
from bot.fields.number import Number
from bot.fields.person_name import PersonName
from bot.fields.problems import Notice, Parsed, Problem, Severity
from bot.fields.resident_id import ResidentId
from bot.fields.text_field import FilePath, TextField
from bot.fields.values import ChosenOption, Place, ResidentNumber, Value
from bot.fields.yes_no import YesNo

AnyField = Annotated[
    ResidentId | Division | Money | PersonName | Choice | YesNo | Date | TextField | Number | FilePath | Items | Cases,
    pydantic.Field(discriminator="type"),
]
"""An input of a flow. This union is the list of types: the schema, the docs and the errors derive from it."""

__all__ = [
    "AnyField",
    "Cases",
    "Choice",
    "ChosenOption",
    "Column",
    "Date",
    "Division",
    "Field",
    "FilePath",
    "Items",
    "Money",
    "Notice",
    "Number",
    "Parsed",
    "PersonName",
    "Place",
    "Problem",
    "ResidentId",
    "ResidentNumber",
    "Severity",
    "TextField",
    "Value",
    "YesNo",
    "mask_id",
    "quote",
]
