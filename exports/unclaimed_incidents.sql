-- Incidents that nobody has claimed.
SELECT
  t.uid, t.title, t.date_start, t.date_end, t.country, t.admin1, t.place, t."groups",
  t.claim_status, t.killed_low, t.killed_best, t.killed_high, t.articles, t.incident_id
FROM unclaimed_incidents AS t
ORDER BY t.uid;
