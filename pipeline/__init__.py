"""Pages to audited facts: everything that knows what an integrity assessment is."""
