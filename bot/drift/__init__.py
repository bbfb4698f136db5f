"""What changed on a portal since its flows were written: screens without values, compared, and told in words."""
