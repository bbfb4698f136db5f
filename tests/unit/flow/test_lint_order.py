"""Candidates and signs that are never reached, since a broader one comes before them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.flow.linting import IN_ENGLISH, PORTAL, said, work

ELEMENTS = "  form: {css: .form}\n  frame: {css: iframe}\nbusy: [form, frame, {css: .x, within: inside}]\n"
ELEMENTS = ELEMENTS.replace("busy", "  inside: {css: .in, frame: frame}\nbusy")


def codes(folder: Path, candidates: str) -> list[str]:
    return [code for code, _, _ in said(folder, portal=IN_ENGLISH + ELEMENTS, work=work(f"- click: {candidates}"))]


@pytest.mark.parametrize(
    "candidates",
    [
        "[save, save]",
        "[save, {element: save, within: form}]",
        "[{css: .a}, {css: .a, has_text: Go}]",
        "[{css: '.a, .b'}, {css: .b}]",
        "[{css: .a, has_text: G}, {css: .a, has_text: Go}]",
        "[{css: .a}, {css: .a, nth: 1}]",
        "[{button: Go}, {link: Go}, {button: Go, frame: null}]",
        "[{role: cell}, {role: cell, name: Go}]",
        "[{row: {has: [a]}}, {row: {has: [b, a]}}]",
        "[save, {button: {es: Guardar, en: Save, zh: 保存}}]",
        "[{button: {es: Go, en: Go}}, {button: Go}]",
    ],
)
def test_a_candidate_after_a_broader_one(tmp_path: Path, candidates: str) -> None:
    assert codes(tmp_path, candidates) == ["FL043"]


@pytest.mark.parametrize(
    "candidates",
    [
        "[{element: save, within: form}, save]",
        "[{css: .a, has_text: Go}, {css: .a}]",
        "[{css: .a, has_text: Go}, {css: .a, has_text: G}]",
        "[{css: .b}, {css: '.a, .b'}]",
        "[{css: .a, nth: 1}, {css: .a, nth: 2}]",
        "[{css: .a, frame: frame}, {css: .a}]",
        "[{css: .a}, {css: .a, frame: frame}]",
        "[{css: .a}, {css: .a, within: inside}]",
        "[{button: Go}, {link: Go}]",
        "[{role: cell, name: Go}, {role: cell}]",
        "[{button: {es: Ir, en: Go}}, {button: Go}]",
        "[{row: {has: [a, b]}}, {row: {has: [b]}}]",
        "[save, {button: {es: Guardar, en: Store, zh: 保存}}]",
        "[{css: \"a:is(.a, .b, .c)\"}, {css: .b}]",
    ],
)
def test_a_candidate_that_may_find_what_none_before_it_finds(tmp_path: Path, candidates: str) -> None:
    assert codes(tmp_path, candidates) == []


def test_the_candidate_is_marked_and_so_is_one_of_an_element(tmp_path: Path) -> None:
    portal = PORTAL.replace("message: {css: .message}", "message: [{css: .m}, {css: .n}, {css: .m, nth: 2}]")

    assert said(tmp_path, portal=portal) == [
        ("FL043", "{css: .m, nth: 2}", "this candidate is never reached: one before it finds all that it finds")
    ]


def signs(folder: Path, *lines: str) -> list[tuple[str, str]]:
    portal = IN_ENGLISH + "  box: {css: .box}\nsigns:\n" + "".join(f"  - {line}\n" for line in lines)
    return [(code, text) for code, text, _ in said(folder, portal=portal, work=work("- click: box\n"))]


@pytest.mark.parametrize(
    ("broader", "narrower"),
    [
        ("{means: refusal, element: message}", "{means: fault, element: message, says: [Busy]}"),
        ("{means: refusal, element: message}", "{means: fault, element: {element: message, has_text: Busy}}"),
        ("{means: refusal, element: [message, box]}", "{means: fault, element: box}"),
        ("{means: refusal, element: message, says: [Bus]}", "{means: fault, element: message, says: [The  Bus stops]}"),
        ("{means: refusal, dialog: true}", "{means: fault, dialog: true, says: [Busy]}"),
        ("{means: session_lost, element: box}", "{means: session_lost, element: box, says: [Busy]}"),
    ],
)
def test_a_sign_after_a_broader_one(tmp_path: Path, broader: str, narrower: str) -> None:
    assert signs(tmp_path, broader, narrower) == [("FL044", narrower)]
    assert signs(tmp_path, narrower, broader) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{means: refusal, element: message}", "{means: fault, element: box}"),
        ("{means: refusal, element: message}", "{means: fault, dialog: true}"),
        ("{means: refusal, dialog: true}", "{means: fault, dialog: true, element: box}"),
        ("{means: refusal, element: message, says: [Busy]}", "{means: fault, element: message, says: [Bus]}"),
        ("{means: session_lost, element: box}", "{means: refusal, element: box}"),
        ("{means: refusal, element: [message, box], says: [Busy]}", "{means: fault, element: box, says: [Busy]}"),
        (
            "{means: refusal, element: box, says: [{es: Ocupado, en: Busy}]}",
            "{means: fault, element: box, says: [{es: Lleno, en: Busy}]}",
        ),
    ],
)
def test_a_sign_that_may_be_reached(tmp_path: Path, first: str, second: str) -> None:
    assert signs(tmp_path, first, second) == []


def test_of_a_sign_with_other_words_too_only_the_words_are_never_reached(tmp_path: Path) -> None:
    first = "{means: refusal, element: box, says: [Busy]}"
    assert signs(tmp_path, first, "{means: fault, element: box, says: [Full, Busy now]}") == [("FL044", "Busy now")]
    assert signs(tmp_path, "{means: fault, element: box, says: [Full, Fully booked]}") == [("FL044", "Fully booked")]
