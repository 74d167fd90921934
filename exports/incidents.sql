-- One row an incident, derived from all accounts of it.
SELECT
  t.id, t.uid, t.title, t.date_start, t.date_end, t.date_precision, t.country_code, t.country,
  t.admin1, t.admin2, t.place, t.site, t.latitude, t.longitude, t.place_precision, t.attack_type,
  t.suicide, t.outcome, t.claim_status
FROM incidents AS t
ORDER BY t.uid;
