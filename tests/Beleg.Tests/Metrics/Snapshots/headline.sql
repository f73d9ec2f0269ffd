-- metrics=revenue_per_chat,containment_rate,verified_containment_rate&by=channel&grain=month&channel=whatsapp,instagram&basis=conservative

SELECT
  date_trunc('month', conversation_day)::DATE AS bucket,
  channel AS g0,
  sum("linear") FILTER (WHERE evidence IN ('a', 'b', 'c')) AS m0
FROM credit
WHERE conversation_day >= $1::DATE
  AND conversation_day < $2::DATE
  AND channel IN ('whatsapp', 'instagram')
  AND conversation_automated
  AND is_chat
GROUP BY ALL
ORDER BY ALL;

SELECT
  date_trunc('month', day)::DATE AS bucket,
  channel AS g0,
  count(*) AS m0,
  count(*) FILTER (WHERE started_at > $1::TIMESTAMP) AS m1,
  count(*) FILTER (WHERE not human_involved AND not abandoned) AS m2,
  count(*) FILTER (WHERE abandoned) AS m3,
  count(*) FILTER (WHERE not human_involved AND not abandoned AND (human_after_ms IS NULL OR human_after_ms > $2::BIGINT)) AS m4,
  count(*) FILTER (WHERE not human_involved AND not abandoned AND ended_at > $3::TIMESTAMP) AS m5
FROM conversation
WHERE day >= $4::DATE
  AND day < $5::DATE
  AND channel IN ('whatsapp', 'instagram')
  AND automated
GROUP BY ALL
ORDER BY ALL;

SELECT
  bucket, g0, count(*) AS contacts, sum((x)::HUGEINT), sum((y)::HUGEINT), sum((x)::HUGEINT * (x)::HUGEINT), sum((y)::HUGEINT * (y)::HUGEINT), sum((x)::HUGEINT * (y)::HUGEINT)
FROM (
  SELECT bucket, g0, cluster, sum(x) AS x, sum(y) AS y
  FROM (
    SELECT date_trunc('month', conversation_day)::DATE AS bucket, channel AS g0, contact AS cluster, coalesce(sum("linear"), 0) AS x, 0 AS y FROM credit WHERE conversation_day >= $1::DATE AND conversation_day < $2::DATE AND channel IN ('whatsapp', 'instagram') AND conversation_automated AND is_chat AND evidence IN ('a', 'b', 'c') GROUP BY ALL
    UNION ALL
    SELECT date_trunc('month', day)::DATE AS bucket, channel AS g0, contact AS cluster, 0 AS x, coalesce(count(*), 0) AS y FROM conversation WHERE day >= $1::DATE AND day < $2::DATE AND channel IN ('whatsapp', 'instagram') AND automated GROUP BY ALL
  ) AS sides
  GROUP BY ALL
) AS contacts
WHERE x <> 0 OR y <> 0
GROUP BY ALL
ORDER BY ALL;
