"""The sample reports that the project ships, and their gold."""
