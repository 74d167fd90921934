-- Every stated figure beside its incident, its speaker and its words.
CREATE VIEW incident_figures AS
SELECT i.uid, i.title, c.outcome, c.party, c.population, c.low, c.high, c.qualifier, c.scope, c.extent, c.standing, c.includes_perpetrators,
       c.reported_by_kind, c.reported_by, c.words, c.quote, a.publisher, a.published_on, m.is_primary,
       c.id AS casualty_id, c.mention_id, c.article_id, c.incident_id
FROM casualties AS c
JOIN incidents AS i ON i.id = c.incident_id
JOIN mentions AS m ON m.id = c.mention_id
JOIN articles AS a ON a.id = c.article_id;

-- Victim totals of one incident that disagree: at least two different statements of the same outcome, whatever
-- became of them in their own article. A part of a total disagrees with nothing.
CREATE VIEW conflicting_figures AS
SELECT f.uid, f.title, f.outcome, f.low, f.high, f.qualifier, f.includes_perpetrators, f.standing, f.reported_by_kind, f.reported_by,
       f.words, f.quote, f.publisher, f.published_on, f.casualty_id, f.mention_id, f.article_id, f.incident_id
FROM incident_figures AS f
WHERE f.party = 'victim' AND f.scope = 'attack' AND f.extent = 'total' AND f.qualifier <> 'vague'
  AND EXISTS (
    SELECT 1 FROM casualties AS o
    WHERE o.incident_id = f.incident_id AND o.outcome = f.outcome AND o.party = 'victim' AND o.scope = 'attack'
      AND o.extent = 'total' AND o.qualifier <> 'vague'
      AND (o.low IS NOT f.low OR o.high IS NOT f.high OR o.includes_perpetrators = 1 AND f.includes_perpetrators IS NOT 1
           OR f.includes_perpetrators = 1 AND o.includes_perpetrators IS NOT 1));
