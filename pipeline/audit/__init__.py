"""The auditor: printed scores against the rules that they must obey."""
