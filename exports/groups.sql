-- Organisations by canonical name.
SELECT
  t.id, t.name, t.short_name, t.kind, t.country_code, t.origin
FROM "groups" AS t
ORDER BY t.name;
