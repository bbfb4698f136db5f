"""`portal console-user …`: who may sign in to the console, and what for."""
