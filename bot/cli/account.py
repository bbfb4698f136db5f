"""The accounts that a roster is filed for, and their passwords: out of the environment, the keyring, or the person."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import SecretStr

from bot.cli import batch_words, words
from bot.cli.asking import Asking
from bot.errors import UsageError
from bot.filing.desk import Account
from bot.filing.identity import origin_of
from bot.flow.case import Case
from bot.redaction import redactor
from bot.service.passwords import given_password, kept_password, user_of

COLUMNS = ["account", "user"]


def accounts_wanted(
    cases: Sequence[Case], *, named: str | None = None, user: str | None = None, listed: Path | None = None
) -> dict[str, str]:
    """The accounts to file these cases for, each with its user name if that is known: "" if not.

    `named` is one account, with its `user`; `listed` a file of accounts; else the roster itself names them.
    Raises UsageError where they do not agree, or where nothing says which account a case is for.
    """
    wanted = _accounts(named, listed, list(dict.fromkeys(case.account for case in cases if case.account)))
    unsaid = [str(case.origin or case.id) for case in cases if case.account is None]
    if len(unsaid) < len(cases) and unsaid and named is None:
        raise UsageError(batch_words.SOME_ROWS_LACK_ONE.format(rows=", ".join(unsaid)), cure=batch_words.ACCOUNT_CURE)
    if user is None:
        return wanted
    if len(wanted) > 1:
        names = ", ".join(wanted)
        raise UsageError(batch_words.USER_OF_SEVERAL.format(names=names), cure=batch_words.USER_OF_SEVERAL_CURE)
    return dict.fromkeys(wanted, user)


def _accounts(named: str | None, listed: Path | None, in_roster: Sequence[str]) -> dict[str, str]:
    if named is not None and listed is not None:
        raise UsageError(batch_words.ACCOUNT_OR_ACCOUNTS, cure=batch_words.ACCOUNT_CURE)
    if named is not None:
        if strangers := [one for one in in_roster if one != named]:
            said = batch_words.OTHER_ACCOUNTS.format(others=", ".join(strangers), account=named)
            raise UsageError(said, cure=batch_words.OTHER_ACCOUNTS_CURE)
        return {named: ""}
    known = read_accounts(listed) if listed is not None else {}
    if in_roster:
        if listed is not None and (missing := [one for one in in_roster if one not in known]):
            said = batch_words.NOT_LISTED.format(path=listed, missing=", ".join(missing))
            raise UsageError(said, cure=batch_words.NOT_LISTED_CURE)
        return {one: known.get(one, "") for one in in_roster}
    if len(known) > 1:
        raise UsageError(batch_words.WHOSE_ROWS.format(path=listed), cure=batch_words.ACCOUNT_CURE)
    if not known:
        raise UsageError(batch_words.WHICH_ACCOUNT, cure=batch_words.ACCOUNT_CURE)
    return known


def read_accounts(path: Path) -> dict[str, str]:
    """A file of accounts, in its order. Raises UsageError if it is none; passwords have no place in it."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            lines = [(reader.line_num, [cell.strip() for cell in line]) for line in reader if any(line)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        why = getattr(error, "strerror", None) or error
        said = batch_words.ACCOUNTS_UNREADABLE.format(path=path, why=why)
        raise UsageError(said, cure=batch_words.ACCOUNTS_CURE) from error
    if not lines or lines[0][1] != COLUMNS:
        raise UsageError(batch_words.ACCOUNTS_HEADER.format(path=path), cure=batch_words.ACCOUNTS_CURE)
    known: dict[str, str] = {}
    for number, cells in lines[1:]:
        if len(cells) != len(COLUMNS) or not cells[0] or cells[0] in known:
            raise UsageError(batch_words.ACCOUNTS_LINE.format(path=path, line=number), cure=batch_words.ACCOUNTS_CURE)
        known[cells[0]] = cells[1]
    return known


async def log_ins(
    wanted: Mapping[str, str], environment: Mapping[str, str], asking: Asking, *, url: str
) -> list[Account]:
    """The accounts with their passwords at the portal at `url`, asked for one after the other where need be."""
    return [await account_named(name, user, environment, asking, url=url) for name, user in wanted.items()]


async def account_named(
    name: str, user: str, environment: Mapping[str, str], asking: Asking, *, url: str
) -> Account:
    """The account with its user name and its password at the portal at `url`.

    The password is PORTAL_PASSWORD_<NAME>, with the name in capitals and _ for whatever is no letter or digit; else
    PORTAL_PASSWORD; else what the keyring has for this user of this portal; else the person is asked.
    """
    known_as = user_of(name, user, environment)
    if given := given_password(name, environment):
        return Account(name, known_as, given)
    with asking.blocking():  # a keyring may want to be unlocked first
        kept = kept_password(origin_of(url), known_as)
    return Account(name, known_as, kept or await asked_password(known_as, asking))


async def asked_password(user: str, asking: Asking) -> SecretStr:
    """The password that the person types; from here on it shows nowhere. Raises UsageError if it is none."""
    typed = await asking.line(f"{words.PASSWORD_OF.format(user=user)}:", secret=True)
    if not typed:
        raise UsageError(words.NO_PASSWORD)
    redactor.secret(typed)
    return SecretStr(typed)
