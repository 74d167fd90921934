-- Organisations of an account, with the words that name them.
SELECT
  t.id, i.uid AS incident_uid, g.name AS group_name, t.incident_id, t.mention_id, t.article_id,
  t.seq, t.group_id, t.role, t.attribution, t.quote, t.start_byte, t.end_byte, t.start_char
FROM mention_groups AS t
JOIN mentions AS m ON m.id = t.mention_id
LEFT JOIN incidents AS i ON i.id = t.incident_id
JOIN groups AS g ON g.id = t.group_id
ORDER BY m.key, t.seq;
