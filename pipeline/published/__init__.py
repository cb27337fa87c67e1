"""Published score tables (CSV, XLSX): columns by meaning, rows to agency-years, audited."""
