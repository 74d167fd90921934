-- One row a stated figure, with its speaker and its words.
SELECT
  t.id, i.uid AS incident_uid, t.incident_id, t.mention_id, t.article_id, t.seq, t.outcome,
  t.party, t.population, t.low, t.high, t.qualifier, t.scope, t.extent, t.standing,
  t.includes_perpetrators, t.reported_by, t.reported_by_kind, t.words, t.quote, t.start_byte,
  t.end_byte, t.start_char, t.rule
FROM casualties AS t
JOIN mentions AS m ON m.id = t.mention_id
LEFT JOIN incidents AS i ON i.id = t.incident_id
ORDER BY m.key, t.seq;
