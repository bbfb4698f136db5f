"""What was registered shows in no text, in whatever form; and what was not stays as it is."""

from __future__ import annotations

import base64
import html
import json
import logging
import re
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote, quote_plus, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from pydantic import SecretStr

from bot.redaction import HIDDEN, Redactor, harmless, mask_id, redact_logs, redactor

ANA = "330299198706120115"
LI = "33029919900101001X"
PASSWORD = "Pä ss/w&\"o'rd\\+<1>%=😀"


@pytest.fixture
def own() -> Redactor:
    """A redactor that knows a password and two people."""
    own = Redactor()
    own.secret(SecretStr(PASSWORD))
    own.person(ANA)
    own.person(LI)
    return own


FORMS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in a path": quote,
    "in a query": lambda secret: quote(secret, safe=""),
    "in a form": quote_plus,
    "as a browser sends a form": lambda secret: urlencode({"p": secret}, safe="*").replace("~", "%7E"),
    "as JavaScript quotes": lambda secret: quote(secret, safe="!*'()~"),
    "in small letters": lambda secret: re.sub("%..", lambda one: one[0].lower(), quote(secret, safe="")),
    "twice in a URL": lambda secret: quote(quote(secret, safe=""), safe=""),
    "in HTML": html.escape,
    "in HTML outside of quotes": lambda secret: html.escape(secret, quote=False),
    "in a page of Jinja's": lambda secret: str(escape(secret)),
    "twice in HTML": lambda secret: html.escape(html.escape(secret)),
    "as references": lambda secret: secret.encode("ascii", "xmlcharrefreplace").decode(),
    "in JSON": json.dumps,
    "in JSON as it is": lambda secret: json.dumps(secret, ensure_ascii=False),
    "in JSON in JSON": lambda secret: json.dumps(json.dumps(secret)),
    "in Python": repr,
    "in Python in ASCII": ascii,
    "in bytes of Python": lambda secret: repr(secret.encode()),
    "in an error's words": lambda secret: repr([secret]),
    "in a dict": lambda secret: str({"password": secret}),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_secret_is_hidden_in_each_of_its_forms(own: Redactor, form: Callable[[str], str]) -> None:
    written = form(PASSWORD)
    said = own.text(f"before {written} after")
    assert HIDDEN in said
    around = form("").partition("=")[0]
    assert re.fullmatch(rf"before [p={re.escape(around)}\\\"'b\[\]{{}}\w: ]*{HIDDEN}[\\\"'\]}}]* after", said)


@pytest.mark.parametrize("before", ["", "u", "us", "user:"])
@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode])
def test_a_secret_is_hidden_in_base64_wherever_it_falls(
    own: Redactor, before: str, encode: Callable[[bytes], bytes]
) -> None:
    coded = encode(f"{before}{PASSWORD}".encode()).decode()
    said = own.text(f"Authorization: Basic {coded}")
    shown = said.removeprefix("Authorization: Basic ").partition(HIDDEN)
    assert shown[1]
    assert len(shown[0]) <= len(before) * 8 // 6 + 1
    assert not shown[2]


@given(st.text(min_size=1, max_size=12), st.text(max_size=20), st.text(max_size=20), st.sampled_from(list(FORMS)))
def test_whatever_the_secret_it_is_not_there_afterwards(secret: str, before: str, after: str, form: str) -> None:
    own = Redactor()
    own.secret(secret)
    try:
        written = FORMS[form](secret)
    except UnicodeEncodeError:  # half a character cannot be written in this form
        return
    said = own.text(f"{before} {written} {after}")
    if len(secret) >= 8 and secret not in HIDDEN:
        assert secret not in said
    assert own.text(said) == said or secret in HIDDEN


@given(st.text(), st.text(min_size=1, max_size=10))
def test_what_holds_no_secret_stays_as_it_is(said: str, secret: str) -> None:
    own = Redactor()
    own.secret(f"§{secret}§§§")
    if "§" not in said:
        assert own.without_secrets(said) == said


@pytest.mark.parametrize(
    ("secret", "said", "expected"),
    [
        ("ab", "ab cab abc 'ab' x=ab&y", f"{HIDDEN} cab abc '{HIDDEN}' x={HIDDEN}&y"),
        ("ab", "密码ab错误", f"密码{HIDDEN}错误"),
        ("1234", "1234, 20261234, 1234567, code1234", f"{HIDDEN}, 20261234, 1234567, code1234"),
        ("12345678", "code12345678x", f"code{HIDDEN}x"),
        ("demo", "mydemo demos", f"my{HIDDEN} {HIDDEN}s"),
        ("", "nothing to hide", "nothing to hide"),
        ("Zürich", "ZÜRICH Zürich", f"ZÜRICH {HIDDEN}"),
    ],
)
def test_a_short_secret_is_hidden_only_where_it_stands_alone(secret: str, said: str, expected: str) -> None:
    own = Redactor()
    own.secret(secret)
    assert own.text(said) == expected


def test_of_several_secrets_none_shows_where_they_overlap() -> None:
    own = Redactor()
    for secret in ("first", "first-and-second", "and", "second-third", "aXaX"):
        own.secret(secret)
    assert own.text("first-and-second-third, first-and-second, aXaXaX") == f"{HIDDEN}, {HIDDEN}, {HIDDEN}"


def test_json_stays_json() -> None:
    own = Redactor()
    own.secret('back\\slash"')
    own.secret("ends\\")
    told = json.dumps({"a": 'x back\\slash" y', "b": "ends\\"})
    assert json.loads(own.text(told)) == {"a": f"x {HIDDEN} y", "b": HIDDEN}


def test_an_answer_is_hidden_for_as_long_as_it_is_needed(own: Redactor) -> None:
    with own.for_now(SecretStr("x7Kp")), own.for_now("x7Kp"):
        assert own.text("code x7Kp") == f"code {HIDDEN}"
    assert own.text(f"code x7Kp, {PASSWORD}") == f"code x7Kp, {HIDDEN}"


def test_an_answer_that_is_also_a_password_stays_hidden(own: Redactor) -> None:
    with own.for_now(PASSWORD):
        pass
    assert own.text(PASSWORD) == HIDDEN
    with own.for_now("twice"):
        with own.for_now("twice"):
            pass
        assert own.text("twice") == HIDDEN
    assert own.text("twice") == "twice"


def test_a_person_s_number_is_masked_also_within_longer_words(own: Redactor) -> None:
    said = f"{ANA}, x{ANA}y, file_{ANA}.png, {LI.lower()}, 身份证号{LI}已参保, {ANA}{LI}"
    masked, other = "330*************15", "330*************1X"
    assert own.text(said) == (
        f"{masked}, x{masked}y, file_{masked}.png, {other}, 身份证号{other}已参保, {masked}{other}"
    )


def test_the_sealed_evidence_names_its_people(own: Redactor) -> None:
    assert own.without_secrets(f"{ANA} {PASSWORD}") == f"{ANA} {HIDDEN}"


@pytest.mark.parametrize(
    ("number", "said", "expected"),
    [
        ("H1234567(8)", "permit H1234567(8).", "permit H12******8)."),
        ("E-0815-22", "xE-0815-22x E-0815-2", "xE-0****22x E-0815-2"),
        ("1042", "1042 21042 1042.50", "**** 21042 ****.50"),
        ("110105491231002", "110105491231002", "110**********02"),
    ],
)
def test_numbers_of_other_kinds(number: str, said: str, expected: str) -> None:
    own = Redactor()
    own.person(ANA)
    own.person(number)
    own.person("")
    assert own.text(said) == expected


def test_the_longest_of_several_numbers_is_masked() -> None:
    own = Redactor()
    own.person("12345678")
    own.person("1234567890")
    assert own.text("1234567890 12345678") == "123*****90 123***78"


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("330299198706120115", True),
        ("33029919870612011x", False),
        ("330299198702300115", False),
        ("20261100000021", False),
        ("x330299198706120115", False),
        ("330299202611100012", False),
    ],
)
def test_a_resident_number_is_masked_whosever_it_is(number: str, masked: bool) -> None:
    assert (Redactor().text(f"{number}号") != f"{number}号") is masked


def test_a_filing_numbered_by_region_and_day_is_no_person() -> None:
    for last in "0123456789X":
        number = f"33029920261110001{last}"
        assert Redactor().text(number) == number


def test_everybody_of_a_long_roster(own: Redactor) -> None:
    everybody = [f"3302991990{number:08}" for number in range(10_000)]
    for number in everybody:
        own.person(number)
    assert own.text(" ".join(everybody)) == " ".join(map(mask_id, everybody))


def test_plain_data_in_its_places(own: Redactor) -> None:
    told = {ANA: [PASSWORD, (ANA, 7, None)], "n": {"deep": SecretStr("x")}, "at": 1.5, "b": ANA.encode()}
    masked = mask_id(ANA)
    assert own.data(told) == {
        masked: [HIDDEN, (masked, 7, None)],
        "n": {"deep": HIDDEN},
        "at": 1.5,
        "b": ANA.encode(),
    }


def test_while_others_register_nothing_that_is_known_shows(own: Redactor) -> None:
    done = threading.Event()

    def register() -> None:
        for number in range(300):
            with own.for_now(f"code-{number}"):
                own.person(f"{number:010}")
        done.set()

    def read() -> bool:
        clean = True
        while not done.is_set():
            clean = clean and own.text(f"{PASSWORD} {ANA}") == f"{HIDDEN} {mask_id(ANA)}"
        return clean

    with ThreadPoolExecutor() as threads:
        readers = [threads.submit(read) for _ in range(3)]
        threads.submit(register).result()
        assert all(reader.result() for reader in readers)


def test_what_a_terminal_obeys_is_taken_out() -> None:
    told = "a\x1b[31mred\x07\r\nb\tc\x9b2J\u202efdp.exe\u2066\u200f\x00\x7f\u2028中文 é 😀"
    assert harmless(told) == "a[31mred\nb\tc2Jfdp.exe中文 é 😀"


@pytest.fixture
def records(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """What is logged, by a program that knows a password and a person."""
    before = logging.getLogRecordFactory()
    redact_logs()
    redact_logs()
    redactor.secret(PASSWORD)
    redactor.person(ANA)
    caplog.set_level(logging.DEBUG)
    yield caplog
    logging.setLogRecordFactory(before)


def test_a_log_record_of_anybody_is_redacted(records: pytest.LogCaptureFixture) -> None:
    log = logging.getLogger("somebody.else")
    log.info("typed %r for %s\x1b[2J", [PASSWORD], ANA)
    log.info("%(who)s", {"who": ANA})
    log.info(f"now {PASSWORD}")
    log.info("a record %s, %d", "untouched", 3)
    log.info("wrong %d", PASSWORD)
    assert [record.getMessage() for record in records.records[:4]] == [
        f"typed ['{HIDDEN}'] for {mask_id(ANA)}[2J",
        mask_id(ANA),
        f"now {HIDDEN}",
        "a record untouched, 3",
    ]
    assert records.records[3].args == ("untouched", 3)
    assert PASSWORD not in records.text
    assert ANA not in records.text


def test_a_message_that_can_be_taken_apart_still_can(records: pytest.LogCaptureFixture) -> None:
    logging.getLogger("access").info("%s %s %d", "GET", f"/?p={quote(PASSWORD)}", 200)
    assert records.records[0].args == ("GET", f"/?p={HIDDEN}", 200)


def test_a_traceback_and_a_stack_are_redacted(records: pytest.LogCaptureFixture) -> None:
    log = logging.getLogger("somebody.else")
    try:
        raise ValueError(f"{PASSWORD} of {ANA}")
    except ValueError:
        log.exception("it failed", stack_info=True)
    log.warning("a record of its own", stack_info=True, exc_info=False)
    assert records.records[0].exc_info is None, "a formatter of its own would write it anew"
    assert "ValueError" in records.text
    assert HIDDEN in records.text
    assert PASSWORD not in records.text
    assert ANA not in records.text
