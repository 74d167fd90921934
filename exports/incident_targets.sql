-- Targets of an incident, each once.
SELECT
  i.uid AS incident_uid, t.incident_id, t.code, t.kind, t.named, t.text, t.articles
FROM incident_targets AS t
JOIN incidents AS i ON i.id = t.incident_id
ORDER BY i.uid, t.code, t.text, t.kind, t.named;
