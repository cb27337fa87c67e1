"""The auditor: every published number recomputed, every inconsistency a finding."""
