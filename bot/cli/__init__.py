"""The command line: one file per command, each thin. `bot.cli.main:run` is the way in."""
