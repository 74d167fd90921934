-- Every stated figure beside its incident, whatever its scope.
SELECT
  t.uid, t.title, t.outcome, t.party, t.population, t.low, t.high, t.qualifier, t.scope, t.extent,
  t.standing, t.includes_perpetrators, t.reported_by_kind, t.reported_by, t.words, t.quote,
  t.publisher, t.published_on, t.is_primary, t.casualty_id, t.mention_id, t.article_id,
  t.incident_id
FROM incident_figures AS t
JOIN mentions AS m ON m.id = t.mention_id
ORDER BY t.uid, t.outcome, t.party, m.key, t.casualty_id;
