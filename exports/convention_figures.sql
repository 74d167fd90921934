-- Every figure under every convention: its number, or why it is left out.
SELECT
  t.convention, t.uid, t.outcome, t.party, t.low, t.high, t.left_out, t.qualifier,
  t.extent, t.standing, t.includes_perpetrators, t.reported_by_kind, t.casualty_id, t.mention_id,
  t.article_id, t.incident_id, t.start_byte, t.end_byte
FROM convention_figures AS t
JOIN mentions AS m ON m.id = t.mention_id
ORDER BY t.convention, m.key, t.casualty_id;
