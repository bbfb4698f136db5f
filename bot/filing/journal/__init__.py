"""The journal: batches, cases, states, intents, outcomes and leases in one database, SQLite or PostgreSQL.

`store.open_journal(url)` opens it. `rows` and `races` are what goes in and comes out; they load no database library.
"""
