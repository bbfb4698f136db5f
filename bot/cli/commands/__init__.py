"""The commands, one file each: they take the options, call the service and show what came of it."""
