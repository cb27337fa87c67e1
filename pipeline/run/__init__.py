"""A run: inputs to records to a dataset, with every document in a process of its own."""
