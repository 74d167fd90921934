-- Organisations of an incident, each once.
SELECT
  i.uid AS incident_uid, t.incident_id, t.group_id, t.name, t.short_name, t.role, t.attribution,
  t.articles
FROM incident_groups AS t
JOIN incidents AS i ON i.id = t.incident_id
ORDER BY i.uid, t.role, t.name;
