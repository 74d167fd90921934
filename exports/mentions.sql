-- One row an account: what one article says of one incident.
SELECT
  t.id, i.uid AS incident_uid, t.key, t.article_id, t.incident_id, t.is_primary, t.date_start,
  t.date_end, t.date_precision, t.date_basis, t.date_quote, t.date_start_byte, t.date_end_byte,
  t.country_code, t.country, t.admin1, t.admin2, t.place, t.place_text, t.site, t.latitude,
  t.longitude, t.place_precision, t.place_quote, t.place_start_byte, t.place_end_byte, t.outcome,
  t.suicide, t.claim_status, t.quote, t.start_byte, t.end_byte, t.start_char
FROM mentions AS t
LEFT JOIN incidents AS i ON i.id = t.incident_id
ORDER BY t.key;
