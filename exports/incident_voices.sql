-- Which articles of an incident are copies of one text.
SELECT
  i.uid AS incident_uid, t.incident_id, t.article_id, a.sha256, t.voice_id
FROM incident_voices AS t
JOIN incidents AS i ON i.id = t.incident_id
JOIN articles AS a ON a.id = t.article_id
ORDER BY i.uid, a.sha256, t.article_id;
