-- Incidents and victims a month and country.
SELECT
  t.month, t.country_code, t.country, t.incidents, t.killed_low, t.killed_best, t.killed_high,
  t.injured_low, t.injured_best, t.injured_high, t.incidents_without_toll
FROM monthly_totals AS t
ORDER BY t.month, t.country, t.country_code;
