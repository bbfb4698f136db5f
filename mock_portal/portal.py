"""The portal as one thing: its settings, words, clock, database, faults and the forms as they are now."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any, Literal

from mock_portal.clock import Clock
from mock_portal.faults import Faults
from mock_portal.forms import EXTRA_FIELD, FormField, Operation
from mock_portal.seed import plant, read_state
from mock_portal.settings import Settings
from mock_portal.store import Store, record
from mock_portal.words import Catalog

FIRST_DAY, LAST_DAY = 1, 23


class Portal:
    """Everything that requests share. `review` can be changed while it runs."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.clock = Clock(settings.clock)
        self.store = Store(settings.db)
        self.say = Catalog(settings.language)
        self.faults = Faults()
        self.review = settings.review
        self.captchas: dict[str, str] = {}
        if self.store.empty():
            self.reset(None)
        if settings.faults:
            self.set_faults(json.loads(settings.faults.read_text(encoding="utf-8")))

    def reset(self, state: Mapping[str, Any] | None) -> None:
        """Back to `state`, or to the state file; without faults, with the review mode of the start."""
        initial = read_state(self.settings.state) if state is None else state
        with self.store.transaction() as db:
            plant(db, initial, self.clock)
        self.set_faults([])
        self.review = self.settings.review

    def set_faults(self, raw: list[Mapping[str, Any]]) -> None:
        """Set these faults and no others. ValueError if one makes no sense."""
        self.faults.replace(raw)
        renamed: dict[str, str] = {}
        for fault in self.faults.shown("new_required_field"):
            renamed["extra"] = fault.detail.get("label", "")
        for fault in self.faults.shown("rename_label"):
            renamed[fault.detail["label"]] = fault.detail["text"]
        self.say.renamed = renamed

    def log(self, db: sqlite3.Connection, kind: str, account: str, id_number: str = "", **detail: Any) -> None:
        """Record that something happened, at the portal's time."""
        record(db, kind, at=self.clock.stamp(), account=account, id_number=id_number, **detail)

    def closed(self, place: Literal["open", "save", "declare"]) -> str:
        """Why nothing is taken now at the gate, when saving or when declaring: the portal's sentence, or ""."""
        if not FIRST_DAY <= self.clock.now().day <= LAST_DAY:
            return self.say("gate_window")
        for kind in ("month_end", "employer_incomplete"):
            if self.faults.take(kind, place=place):
                return self.say(f"gate_{kind}")
        return ""

    def fields_of(self, operation: Operation) -> tuple[FormField, ...]:
        """The operation's fields as the form shows them now."""
        removed = {fault.detail.get("field") for fault in self.faults.shown("remove_field")}
        kept = tuple(one for one in operation.fields if one.key not in removed)
        return (*kept, EXTRA_FIELD) if self.faults.shown("new_required_field") else kept
