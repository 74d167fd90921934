-- Kinds of weapon below the types.
SELECT
  t.code, t.weapon_type, t.label, t.gtd_code, t.gtd_label, t.meaning, t.origin
FROM weapon_subtypes AS t
ORDER BY t.weapon_type, t.code;
