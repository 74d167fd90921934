-- Attack types of an incident, each once.
SELECT
  i.uid AS incident_uid, t.incident_id, t.code, t.label, t.articles
FROM incident_attack_types AS t
JOIN incidents AS i ON i.id = t.incident_id
ORDER BY i.uid, t.articles DESC, t.code;
