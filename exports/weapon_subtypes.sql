-- Kinds of weapon below the types.
SELECT
  t.gtd_code, t.label, t.weapon_type, t.origin
FROM weapon_subtypes AS t
ORDER BY t.gtd_code;
