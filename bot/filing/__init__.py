"""The life of a case on the portal: drafts, reading back, approval, declaring in sets, results."""
