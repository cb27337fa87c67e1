"""The rules of the auditor, one small function each, listed here once."""

from pipeline.audit.case import Case, Dataset, DocumentCase
from pipeline.audit.rule import Rule
from pipeline.audit.rules import (
    arithmetic,
    changes,
    identity,
    measures,
    ratings,
    statements,
    tables,
    targets,
    values,
)

AGENCY_YEAR_RULES: tuple[Rule[Case], ...] = (
    arithmetic.total_mismatch,
    arithmetic.instrument_mismatch,
    arithmetic.weighted_mismatch,
    ratings.rating_mismatch,
    targets.pass_count_mismatch,
    targets.target_verdict_mismatch,
    statements.extreme_mismatch,
    statements.order_mismatch,
    statements.percent_conflict,
    values.score_out_of_range,
    values.oit_step,
    values.value_conflict,
    values.cross_document_conflict,
    values.low_confidence,
    tables.indicator_missing,
    tables.indicator_duplicated,
    identity.scheme_unknown,
)

ACROSS_DOCUMENTS: tuple[Rule[Case], ...] = (values.cross_document_conflict,)
"""Those that look at one body in several documents, even where these may be different bodies."""

DOCUMENT_RULES: tuple[Rule[DocumentCase], ...] = (
    tables.indicator_number_conflict,
    tables.label_uncertain,
    targets.threshold_conflict,
    identity.agency_name_variant,
    identity.agency_ambiguous,
    identity.agency_unknown,
    identity.fiscal_year_conflict,
    identity.look_alike_scheme,
    measures.measure_without_result,
)

DATASET_RULES: tuple[Rule[Dataset], ...] = (
    tables.sorted_columns,
    statements.change_mismatch,
    values.copied_scores,
    changes.unusual_change,
    measures.measure_unreported,
)

RULES: tuple[Rule[Case] | Rule[DocumentCase] | Rule[Dataset], ...] = (
    *AGENCY_YEAR_RULES,
    *DOCUMENT_RULES,
    *DATASET_RULES,
)
