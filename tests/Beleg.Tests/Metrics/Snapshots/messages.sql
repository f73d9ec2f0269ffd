-- metrics=delivery_rate,ctr,opt_out_rate&grain=quarter&campaign=fall,none

SELECT
  bucket,
  sum(m0) AS m0,
  sum(m1) AS m1,
  sum(m2) AS m2,
  count(*) FILTER (WHERE m3) AS m3,
  count(*) FILTER (WHERE m4) AS m4,
  count(*) FILTER (WHERE m5) AS m5,
  count(*) FILTER (WHERE m6) AS m6,
  count(*) FILTER (WHERE m7) AS m7,
  count(*) FILTER (WHERE m8) AS m8,
  count(*) AS m9
FROM (
SELECT
  date_trunc('quarter', day)::DATE AS bucket,
  contact AS who,
  count(*) FILTER (WHERE channel IN ('whatsapp'::channel, 'messenger'::channel) AND delivered_at IS NOT NULL) AS m0,
  count(*) FILTER (WHERE channel IN ('whatsapp'::channel, 'messenger'::channel)) AS m1,
  count(*) FILTER (WHERE channel IN ('whatsapp'::channel, 'messenger'::channel) AND "at" > $1::TIMESTAMP AND delivered_at IS NULL AND failed_at IS NULL) AS m2,
  bool_or(delivered_at IS NOT NULL AND (has_links OR has_buttons) AND (link_clicked_at IS NOT NULL OR button_clicked_at IS NOT NULL)) AS m3,
  bool_or(delivered_at IS NOT NULL AND (has_links OR has_buttons)) AS m4,
  bool_or(delivered_at IS NOT NULL AND has_links AND link_clicked_at IS NOT NULL) AS m5,
  bool_or(delivered_at IS NOT NULL AND has_links) AS m6,
  bool_or(delivered_at IS NOT NULL AND has_buttons AND button_clicked_at IS NOT NULL) AS m7,
  bool_or(delivered_at IS NOT NULL AND has_buttons) AS m8
FROM message
WHERE day >= $2::DATE
  AND day < $3::DATE
  AND (campaign_id IN ($4::VARCHAR) OR campaign_id IS NULL)
  AND direction = 'outbound'
  AND kind <> 'note'
GROUP BY ALL
) AS each
GROUP BY ALL
ORDER BY ALL;

SELECT
  date_trunc('quarter', day)::DATE AS bucket,
  count(DISTINCT contact) AS m0
FROM (SELECT m.day, m.channel, m.flow_id, m.flow_version, m.step_id, m.campaign_id, m.category, m.template, m.contact, c.opted_out_day
FROM message AS m JOIN contact AS c USING (contact)
WHERE m.direction = 'outbound' AND m.kind <> 'note' AND c.opted_out_day IS NOT NULL)
WHERE day >= $1::DATE
  AND day < $2::DATE
  AND (campaign_id IN ($3::VARCHAR) OR campaign_id IS NULL)
  AND opted_out_day >= greatest(date_trunc('quarter', day)::DATE, $1::DATE)
  AND opted_out_day < least((date_trunc('quarter', day)::DATE + INTERVAL 3 month)::DATE, $2::DATE)
GROUP BY ALL
ORDER BY ALL;
