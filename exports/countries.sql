-- Countries with their ISO 3166 codes.
SELECT
  t.code, t.code3, t.name, t.capital, t.continent, t.origin
FROM countries AS t
ORDER BY t.code;
