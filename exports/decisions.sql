-- What analysts decided: merges, splits and corrections.
SELECT
  t.id, t.kind, t.incident_uid, t.mentions, t.other_mentions, t.table_name, t.row_key,
  t.column_name, t.old_value, t.new_value, t.derived_value, t.undoes, t.decided_by, t.decided_at, t.reason
FROM decisions AS t
ORDER BY t.id;
