"""Sixteen ways in which users of other tools were let down, and the tests that keep us from each.

What happened to whom is public in their issue trackers. Each line names tests of this suite; a
name that is no test fails here, so that none of them goes unseen.
"""

import ast
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]

GUARDED = {
    "a baseline with line numbers rots with every edit": [
        "pipeline/test_identity.py::test_lines_above_and_strangers_beside_change_no_key",
        "cli/test_baseline.py::test_it_is_not_touched_by_what_does_not_matter",
    ],
    "a baseline of positions hides what is new at a known place": [
        "cli/test_baseline.py::test_another_matter_on_a_known_line_is_new",
        "pipeline/test_identity.py::test_what_changes_the_matter_changes_the_key",
    ],
    "a baseline of counts hides that one went and another came": [
        "cli/test_baseline.py::test_a_swap_is_not_hidden",
        "pipeline/test_identity.py::test_every_check_is_here_and_no_two_findings_share_a_key",
        "pipeline/test_identity.py::test_the_same_matter_in_several_documents_is_numbered",
    ],
    "a baseline that is written anew swallows new debt": [
        "cli/test_baseline.py::test_a_difference_is_shown_and_nothing_written_unasked",
        "cli/test_baseline.py::test_a_baseline_that_is_none_is_2",
        "cli/test_baseline.py::test_half_an_audit_changes_no_baseline",
    ],
    "a suppression has no reason and no end, or ends unseen": [
        "rules/test_language.py::test_every_mistake_is_said_where_it_stands",
        "test_waivers.py::test_the_last_day_counts_and_the_next_does_not",
        "test_waivers.py::test_an_unused_waiver_is_said_only_when_everything_ran",
        "ci/test_pull_request.py::test_a_waiver_of_what_was_not_asked_is_not_called_idle",
    ],
    "suppressed results come back as open alerts": [
        "reports/test_sarif.py::test_waived_findings_are_left_out_and_the_worst_come_first",
        "cli/test_baseline.py::test_known_findings_are_counted_and_do_not_fail",
    ],
    "annotations stop at ten without a word, or have no line": [
        "reports/test_formats.py::test_github_says_its_limit",
        "reports/test_formats.py::test_every_annotation_has_a_file_and_a_line",
    ],
    "a finding does not say where": [
        "reports/test_sarif.py::test_every_result_and_every_related_place_has_a_line",
        "checks/test_quotation.py::test_a_passage_is_found_on_both_sides",
        "checks/test_similar.py::test_the_place_is_the_first_passage_that_is_not_boilerplate",
        "checks/test_similar.py::test_without_a_passage_the_document_is_the_place",
        "checks/test_metadata.py::test_a_claim_is_shown_from_its_first_to_its_last_character",
    ],
    "a rule that never fires passes in silence": [
        "cli/test_rules_test.py::test_a_rule_that_nothing_fires_is_named",
        "rules/test_packs.py::test_a_test_of_every_rule_expects_a_finding",
    ],
    "mistakes of a rules file are not located, and inheritance surprises": [
        "rules/test_language.py::test_every_mistake_is_said_where_it_stands",
        "rules/test_fuzz.py::test_any_bytes",
        "rules/test_language.py::test_off_reaches_through_every_level",
        "rules/test_language.py::test_maps_are_merged_key_by_key",
    ],
    "there is one threshold for here and there": [
        "cli/test_check_options.py::test_the_gate_is_where_one_puts_it",
        "rules/test_language.py::test_exactly_one_variant_is_in_force_at_a_path",
        "ci/test_exit_codes.py::test_exit_codes",
    ],
    "what is new is found by a checkout, or not at all in a shallow clone": [
        "ci/test_pull_request.py::test_nothing_is_checked_out_or_written",
        "ci/test_pull_request.py::test_work_that_is_not_committed_counts",
        "ci/test_pull_request.py::test_a_shallow_clone_is_told_what_to_fetch",
        "ci/test_pull_request.py::test_a_shallow_base_without_a_merge_base",
    ],
    "rules of a pull request are obeyed as if they were ours": [
        "ci/test_pull_request.py::test_a_pull_request_cannot_excuse_itself",
        "ci/test_pull_request.py::test_a_baseline_comes_from_the_base_too",
        "ci/test_exit_codes.py::test_a_regex_bomb_is_named_within_seconds",
        "plugins/test_plugins.py::test_a_file_in_the_collection_is_no_plug_in",
        "rules/test_pinned.py::test_what_is_not_here_is_named_at_its_place_and_nothing_is_fetched",
    ],
    "YAML makes False of Norway, and a hook splits the collection": [
        "rules/test_language.py::test_what_yaml_would_change_keeps_its_characters",
        "rules/test_language.py::test_numbers_flags_and_dates_are_typed_by_their_option",
        "ci/test_action.py::test_the_hook_runs_as_pre_commit_runs_it",
    ],
    "a large collection breaks the report or never ends": [
        "reports/test_formats.py::test_markdown_stays_below_the_limit",
        "reports/test_sarif.py::test_the_limits_of_github_are_said",
        "readers/test_guard.py::test_processor_time_is_bounded_and_the_next_document_is_read",
        "readers/test_guard.py::test_memory_is_bounded",
    ],
    "the error of a plug-in is eaten": [
        "plugins/test_plugins.py::test_a_broken_plug_in_is_named",
        "plugins/test_plugins.py::test_a_plug_in_that_fails_at_work_is_named",
        "test_observe.py::test_a_check_that_fails_names_rule_and_document",
    ],
}


@cache
def functions_in(file: str) -> frozenset[str]:
    tree = ast.parse((TESTS / file).read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_there_are_sixteen():
    assert len(GUARDED) == 16


@pytest.mark.parametrize("way", GUARDED)
def test_each_is_guarded_by_tests_that_are_there(way):
    assert GUARDED[way]
    for name in GUARDED[way]:
        file, _, test = name.partition("::")
        assert test in functions_in(file), name
