-- metrics=first_response_time_automated&by=flow&model=time_decay

SELECT
  flow_id AS g0,
  quantile_disc(automated_response_ms, [0.5, 0.9]) FILTER (WHERE automated_response_ms IS NOT NULL) AS m0,
  count(*) FILTER (WHERE automated_response_ms IS NOT NULL) AS m1,
  count(*) FILTER (WHERE automated_response_ms IS NULL) AS m2,
  count(*) FILTER (WHERE automated_response_ms IS NOT NULL AND automated_response_ms < 60000) AS m3
FROM conversation
WHERE day >= $1::DATE
  AND day < $2::DATE
  AND automated
  AND first_inbound_at IS NOT NULL
GROUP BY ALL
ORDER BY ALL;
