"""`portal evidence …`: what an auditor, and whoever answers for personal data, asks of the dossiers."""
