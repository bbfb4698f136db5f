"""The revisions. None is changed once it was released: it says what is in databases out there."""
