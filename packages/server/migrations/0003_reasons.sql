-- Every rule that refuses data says why, where the person who meets it in the catalogue will look.
-- Unique rules that PostgreSQL had named get names that speak.

alter table programmes rename constraint programmes_code_key to programmes_code_unique;
alter table figures rename constraint figures_code_key to figures_code_unique;
alter table criteria_sets rename constraint criteria_sets_content_hash_key to criteria_sets_content_unique;
alter table criteria_sets rename constraint criteria_sets_code_version_key to criteria_sets_version_unique;

comment on constraint unit_versions_code_is_digits on unit_versions is
  'Codes come from official lists of digits; anything else is a name typed into the wrong cell.';
comment on constraint unit_versions_kind_known on unit_versions is
  'Rights, levels and names go by the kind; an unknown kind would be in no programme and on no board.';
comment on constraint unit_versions_confidence_known on unit_versions is
  'A founding day is shown with how sure it is; there are three words for that.';
comment on constraint unit_versions_ends_after_it_begins on unit_versions is
  'A version that ends before it begins exists on no day and would hide a neighbour.';
comment on constraint unit_versions_not_its_own_parent on unit_versions is
  'Walking up from a unit that is its own parent never ends.';
comment on constraint unit_versions_one_unit_per_code_and_day on unit_versions is
  'Codes are reused over time; on one day a code must name one unit, or a figure lands on the wrong commune.';
comment on constraint unit_versions_one_version_per_day on unit_versions is
  'On one day a unit has one name, one kind and one parent.';
comment on constraint unit_changes_kind_known on unit_changes is 'What successors inherit goes by the kind of the change.';
comment on constraint unit_changes_confidence_known on unit_changes is
  'A change is shown with how sure it is; there are three words for that.';
comment on constraint programmes_code_unique on programmes is 'Commands name a programme by its code.';
comment on constraint programme_units_ends_after_it_begins on programme_units is
  'A membership that ends before it begins counts on no day.';
comment on constraint figures_code_unique on figures is
  'Files and rules name a figure by its code; two of one code would share their readings.';
comment on constraint figures_code_speaks on figures is 'Codes are typed on command lines and joined to others by a slash.';
comment on constraint criteria_sets_content_unique on criteria_sets is
  'The same law published twice is one row: verdicts name it by its content.';
comment on constraint criteria_sets_version_unique on criteria_sets is
  'A published version never changes; new content takes a new number.';
comment on constraint criteria_sets_hash_is_sha256 on criteria_sets is
  'The hash identifies what a verdict was judged by; half of one identifies nothing.';
comment on constraint rounds_one_per_period on rounds is
  'A place reports once for a period; a second round would split its figures.';
comment on constraint rounds_code_unique on rounds is 'Commands and addresses name a round by its code.';
comment on constraint rounds_kind_known on rounds is 'Deadlines, names and the round before go by the kind.';
comment on constraint rounds_code_speaks on rounds is 'The code stands in addresses and on command lines.';
comment on constraint rounds_period_fits_kind on rounds is 'There is no thirteenth month and no fifth quarter.';
comment on constraint unit_heads_seq_not_negative on unit_heads is 'The number counts writes from nought.';
comment on constraint unit_heads_hash_is_sha256 on unit_heads is
  'The chain is recomputed from this hash; another length can never match.';
comment on constraint events_seq_positive on events is 'The first write of a unit is number one.';
comment on constraint events_digest_is_sha256 on events is
  'The chain is verified by these digests; another length can never match.';
comment on constraint verdicts_counts_fit on verdicts is
  'Sums of a board are made of these counts; more met than apply would show above a hundred per cent.';
comment on constraint verdicts_bytes_fit on verdicts is
  'The three texts are read side by side, one byte for each criterion.';
comment on constraint programme_targets_average_sane on programme_targets is
  'No set has more than a hundred criteria; a larger average is a slip of the point.';
comment on constraint programme_targets_floor_sane on programme_targets is
  'No set has more than a hundred criteria; nobody could reach a higher floor.';
comment on constraint recognitions_level_known on recognitions is
  'Boards count by these four levels; another one would be counted nowhere.';
comment on constraint readings_numerator_not_negative on readings is
  'People, households and kilometres are counted from nought.';
comment on constraint readings_denominator_positive on readings is
  'A total of nought has no share; where there is nothing to count the figure is not applicable.';
comment on constraint readings_not_applicable_has_reason on readings is
  '"Not applicable" takes an indicator out of the judgement; the law asks why.';
comment on constraint readings_not_applicable_has_no_figure on readings is
  'What does not apply has no figure; one left behind would be added into sums.';
comment on constraint readings_denominator_needs_numerator on readings is 'A total alone says nothing of how many.';
comment on constraint readings_bare_is_a_percent on readings is
  'Where only a per cent was given it stands alone, without a total, up to a hundred.';
comment on constraint readings_confirmed_by_and_on on readings is
  'A confirmation names who and when; half of it confirms nothing.';
comment on constraint readings_seq_positive on readings is
  'Each state carries the number of the write that made it; writes count from one.';
comment on constraint reading_revisions_numerator_not_negative on reading_revisions is
  'People, households and kilometres are counted from nought.';
comment on constraint reading_revisions_denominator_positive on reading_revisions is
  'A total of nought has no share; where there is nothing to count the figure is not applicable.';
comment on constraint reading_revisions_not_applicable_has_reason on reading_revisions is
  '"Not applicable" takes an indicator out of the judgement; the law asks why.';
comment on constraint reading_revisions_not_applicable_has_no_figure on reading_revisions is
  'What does not apply has no figure; one left behind would be added into sums.';
comment on constraint reading_revisions_denominator_needs_numerator on reading_revisions is
  'A total alone says nothing of how many.';
comment on constraint reading_revisions_bare_is_a_percent on reading_revisions is
  'Where only a per cent was given it stands alone, without a total, up to a hundred.';
comment on constraint reading_revisions_confirmed_by_and_on on reading_revisions is
  'A confirmation names who and when; half of it confirms nothing.';
comment on constraint reading_revisions_seq_positive on reading_revisions is
  'Each state carries the number of the write that made it; writes count from one.';
comment on constraint declared_results_mark_or_count on declared_results is
  'A row is the mark of one criterion or the total of the unit, never both.';
comment on constraint declared_results_count_is_whole on declared_results is
  'A total is so many met of so many; the first cannot be more than the second.';
comment on constraint declared_results_verdict_known on declared_results is
  'Marks are read as one of these; another one would be drawn as nothing.';
comment on constraint declared_result_revisions_mark_or_count on declared_result_revisions is
  'A row is the mark of one criterion or the total of the unit, never both.';
comment on constraint declared_result_revisions_count_is_whole on declared_result_revisions is
  'A total is so many met of so many; the first cannot be more than the second.';
comment on constraint declared_result_revisions_verdict_known on declared_result_revisions is
  'Marks are read as one of these; another one would be drawn as nothing.';
comment on constraint declared_result_revisions_seq_positive on declared_result_revisions is
  'Each state carries the number of the write that made it; writes count from one.';
