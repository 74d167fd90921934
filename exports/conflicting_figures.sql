-- Victim totals of one incident that disagree, with their speakers.
SELECT
  t.uid, t.title, t.outcome, t.low, t.high, t.qualifier, t.includes_perpetrators, t.standing,
  t.reported_by_kind, t.reported_by, t.words, t.quote, t.publisher, t.published_on, t.casualty_id,
  t.mention_id, t.article_id, t.incident_id
FROM conflicting_figures AS t
JOIN mentions AS m ON m.id = t.mention_id
ORDER BY t.uid, t.outcome, m.key, t.casualty_id;
