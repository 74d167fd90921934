-- One article's totals, computed from its stated figures.
--
-- Which figures count: scope 'attack', standing 'stands', 'summed' or 'disputed'. What the attackers themselves say
-- counts only where nobody else gives a figure for the same outcome and party.
-- What they come to: disputed totals give the lowest low and the highest high; else a standing total gives its own
-- bounds; else summed parts add up, and one open part leaves the sum open; else the standing part.
-- A total that includes dead attackers loses their number where the account gives it: by preference the number that
-- stands inside the total's own words ("24, including a perpetrator"), else the account's total of dead attackers.
CREATE VIEW counted_figures AS
SELECT c.id AS casualty_id, c.mention_id, c.incident_id, c.article_id, c.outcome, c.party, c.extent, c.standing, c.includes_perpetrators,
       c.low, c.high, c.start_byte, c.end_byte
FROM casualties AS c
WHERE c.scope = 'attack'
  AND c.party IN ('victim', 'perpetrator')
  AND c.outcome IN ('killed', 'injured')
  AND c.standing IN ('stands', 'summed', 'disputed')
  AND NOT (c.reported_by_kind = 'perpetrator'
           AND EXISTS (SELECT 1 FROM casualties AS o
                       WHERE o.mention_id = c.mention_id AND o.outcome = c.outcome AND o.party = c.party
                         AND o.scope = 'attack' AND o.standing IN ('stands', 'summed', 'disputed')
                         AND o.reported_by_kind <> 'perpetrator'));

CREATE VIEW account_totals AS
SELECT mention_id, outcome, party,
       CASE
         WHEN total(standing = 'disputed') > 0 THEN min(low) FILTER (WHERE standing = 'disputed' OR (standing = 'stands' AND extent = 'total'))
         WHEN total(standing = 'stands' AND extent = 'total') > 0 THEN min(low) FILTER (WHERE standing = 'stands' AND extent = 'total')
         WHEN total(standing = 'summed') > 0 THEN sum(low) FILTER (WHERE standing = 'summed')
         ELSE min(low)
       END AS low,
       CASE
         WHEN total(standing = 'disputed') > 0 THEN max(high) FILTER (WHERE standing = 'disputed' OR (standing = 'stands' AND extent = 'total'))
         WHEN total(standing = 'stands' AND extent = 'total') > 0 THEN max(high) FILTER (WHERE standing = 'stands' AND extent = 'total')
         WHEN total(standing = 'summed') > 0
           THEN CASE WHEN total(high IS NULL) FILTER (WHERE standing = 'summed') = 0 THEN sum(high) FILTER (WHERE standing = 'summed') END
         ELSE max(high)
       END AS high
FROM counted_figures
WHERE party = 'perpetrator'
GROUP BY mention_id, outcome, party
UNION ALL
SELECT mention_id, outcome, party,
       CASE
         WHEN total(standing = 'disputed') > 0 THEN min(low - attackers) FILTER (WHERE standing = 'disputed' OR (standing = 'stands' AND extent = 'total'))
         WHEN total(standing = 'stands' AND extent = 'total') > 0 THEN min(low - attackers) FILTER (WHERE standing = 'stands' AND extent = 'total')
         WHEN total(standing = 'summed') > 0 THEN sum(low - attackers) FILTER (WHERE standing = 'summed')
         ELSE min(low - attackers)
       END,
       CASE
         WHEN total(standing = 'disputed') > 0 THEN max(high - attackers) FILTER (WHERE standing = 'disputed' OR (standing = 'stands' AND extent = 'total'))
         WHEN total(standing = 'stands' AND extent = 'total') > 0 THEN max(high - attackers) FILTER (WHERE standing = 'stands' AND extent = 'total')
         WHEN total(standing = 'summed') > 0
           THEN CASE WHEN total(high IS NULL) FILTER (WHERE standing = 'summed') = 0 THEN sum(high - attackers) FILTER (WHERE standing = 'summed') END
         ELSE max(high - attackers)
       END
FROM (
  SELECT f.*,
         CASE WHEN f.includes_perpetrators = 1 THEN
           min(ifnull(f.low, f.high), coalesce(
             (SELECT sum(p.low) FROM casualties AS p
              WHERE p.mention_id = f.mention_id AND p.outcome = f.outcome AND p.party = 'perpetrator'
                AND p.start_byte >= f.start_byte AND p.end_byte <= f.end_byte),
             (SELECT CASE WHEN total(p.extent = 'total') > 0 THEN min(p.low) FILTER (WHERE p.extent = 'total') ELSE sum(p.low) END
              FROM counted_figures AS p
              WHERE p.mention_id = f.mention_id AND p.outcome = f.outcome AND p.party = 'perpetrator'),
             0))
         ELSE 0 END AS attackers
  FROM counted_figures AS f
  WHERE f.party = 'victim'
)
GROUP BY mention_id, outcome, party;

CREATE VIEW mention_totals AS
SELECT m.id AS mention_id, m.incident_id, m.article_id,
       (SELECT t.low FROM account_totals AS t WHERE t.mention_id = m.id AND t.outcome = 'killed' AND t.party = 'victim') AS killed_low,
       (SELECT t.high FROM account_totals AS t WHERE t.mention_id = m.id AND t.outcome = 'killed' AND t.party = 'victim') AS killed_high,
       (SELECT t.low FROM account_totals AS t WHERE t.mention_id = m.id AND t.outcome = 'injured' AND t.party = 'victim') AS injured_low,
       (SELECT t.high FROM account_totals AS t WHERE t.mention_id = m.id AND t.outcome = 'injured' AND t.party = 'victim') AS injured_high,
       (SELECT t.low FROM account_totals AS t WHERE t.mention_id = m.id AND t.outcome = 'killed' AND t.party = 'perpetrator') AS perpetrators_killed_low,
       (SELECT t.high FROM account_totals AS t WHERE t.mention_id = m.id AND t.outcome = 'killed' AND t.party = 'perpetrator') AS perpetrators_killed_high
FROM mentions AS m;
