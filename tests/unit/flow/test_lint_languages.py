"""Texts that lack a language which others have, on the portal's pages and for people."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.flow.linting import LOGIN, PORTAL, WORK, said, work


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("- click: {button: Go}", "Go"),
        ("- click: {element: save, has_text: Go}", "Go"),
        ("- click: {role: cell, name: Go}", "Go"),
        ('- click: {row: {has: ["${name}", Go]}}', "Go"),
        ("- expect: {element: message, text: Saved}", "Saved"),
        ("- expect: {element: message, contains: \"Saved ${name}\"}", '"Saved ${name}"'),
        ("- click: save\n  dialog: {says: Sure?, answer: accept}", "Sure?"),
        ("- read_table: {table: message, columns: {number: No.}, as: ticked}", "No."),
    ],
)
def test_one_text_for_pages_in_several_languages(tmp_path: Path, step: str, text: str) -> None:
    assert said(tmp_path, work=work(step)) == [("FL046", text, "this text is the same in es, en and zh")]


@pytest.mark.parametrize(
    "step",
    [
        "- click: {link: ×}",
        '- click: {text: "${name}"}',
        "- click: {css: .go}",
        "- click: {role: cell}",
        "- click: {button: {es: OK, en: OK, zh: OK}}",
        "- read_table: {table: message, columns: {number: 1}, as: ticked}",
        "- expect: {element: message, text: '2026'}",
        "- expect: {url: /drafts}",
    ],
)
def test_what_has_no_words_or_is_said_to_be_the_same(tmp_path: Path, step: str) -> None:
    assert said(tmp_path, work=work(step)) == []


def test_a_word_and_a_sign_of_the_portal(tmp_path: Path) -> None:
    portal = PORTAL.replace("zh: 否}}", 'zh: 否}, drafts: Drafts}').replace("words:", "settings: {}\nwords:")
    portal += "signs:\n  - {means: refusal, element: message, says: [Busy]}\n"
    flow = work('- click: {text: "${portal.words.drafts}"}')

    assert [(code, text) for code, text, _ in said(tmp_path, portal=portal, work=flow)] == [
        ("FL046", "Drafts"),
        ("FL046", "Busy"),
    ]


def test_of_a_portal_in_one_language_a_text_is_one(tmp_path: Path) -> None:
    portal = PORTAL.replace("portal: small", "portal: small\nlanguage: es")

    assert said(tmp_path, portal=portal, work=work("- click: {button: Ir}")) == []
    assert said(tmp_path, portal=portal, work=work("- click: {button: {en: Go}}")) == [
        ("FL041", "{en: Go}", "this text lacks es, which the portal speaks")
    ]


def test_texts_for_people_are_looked_at_apart(tmp_path: Path) -> None:
    in_two = WORK.replace("title: Work", "title: {es: Trabajo, en: Work}")
    others = {
        "portal": PORTAL.replace("title: A small portal", "title: '12'"),
        "login": LOGIN.replace("title: Log in", "title: '1'"),
    }
    assert said(tmp_path, **others, work=in_two) == [("FL046", "Name", "this text is the same in es and en")]

    whole = in_two.replace("label: Name", "label: {es: Nombre, en: Name, zh: 姓名}")
    assert said(tmp_path, **others, work=whole) == [
        ("FL041", "{es: Trabajo, en: Work}", "this text lacks zh, which others have")
    ]
