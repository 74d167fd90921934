-- The cells of incident_summary that an analyst has set, with what the accounts come to.
SELECT
  i.uid AS incident_uid, t.incident_id, t.column_name, t.value, t.derived, t.is_stale, t.decision_id
FROM incident_corrections AS t
JOIN incidents AS i ON i.id = t.incident_id
ORDER BY i.uid, t.column_name;
