-- Targets of an account, as printed.
SELECT
  t.id, i.uid AS incident_uid, t.incident_id, t.mention_id, t.article_id, t.seq, t.code, t.kind,
  t.named, t.text, t.quote, t.start_byte, t.end_byte, t.start_char
FROM mention_targets AS t
JOIN mentions AS m ON m.id = t.mention_id
LEFT JOIN incidents AS i ON i.id = t.incident_id
ORDER BY m.key, t.seq;
