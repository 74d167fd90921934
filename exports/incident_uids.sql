-- Every uid ever given, and the uid that it leads to now.
SELECT
  t.uid, i.uid AS incident_uid, t.incident_id
FROM incident_uids AS t
LEFT JOIN incidents AS i ON i.id = t.incident_id
ORDER BY t.uid;
