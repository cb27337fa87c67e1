"""Audited facts to the tables that users get, all from one dictionary of fields."""
