"""The list of bodies as a W3C Reconciliation Service (API 0.2), for OpenRefine and its like."""
