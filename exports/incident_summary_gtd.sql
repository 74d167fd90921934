-- One row an incident with its totals as the Global Terrorism Database counts.
SELECT
  t.uid, t.title, t.date_start, t.date_end, t.date_precision, t.country_code, t.country, t.admin1,
  t.admin2, t.place, t.site, t.latitude, t.longitude, t.place_precision, t.attack_types, t.suicide,
  t.outcome, t.weapons, t.targets, t."groups", t.claim_status, t.killed_low, t.killed_best,
  t.killed_high, t.injured_low, t.injured_best, t.injured_high, t.perpetrators_killed_low,
  t.perpetrators_killed_best, t.perpetrators_killed_high, t.articles, t.voices, t.first_published,
  t.last_published, t.corrections, t.incident_id
FROM incident_summary_gtd AS t
ORDER BY t.uid;
