-- The vocabulary of weapon types with its codes in GTD.
SELECT
  t.code, t.position, t.label, t.gtd_code, t.gtd_text, t.origin
FROM weapon_types AS t
ORDER BY t.position, t.code;
