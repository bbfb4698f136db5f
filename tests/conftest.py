"""What the tests of every tier may ask for."""

pytest_plugins = ["tests.postgres"]
