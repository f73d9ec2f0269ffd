create temp table act as
with ranked as (
  select e.rowid as row, e.id, coalesce(p.contact, e.name) as contact, e.channel, e.kind, e.ts,
    case e.kind when 2 then 4 when 9 then 6 when 11 then 7 when 10 then 8 when 14 then 9 when 15 then 10 when 3 then 11 when 12 then 17 when 13 then 18 else 20 end::utinyint as rank
  from events e left join person p on p.key = e.name
  -- A provider's word that a message was sent says less than the sender's own.
  where e.kind in (2, 3, 9, 10, 11, 12, 13, 14, 15, 17) and (e.kind <> 3 or e.said or e.message not in (select message from events where kind = 3 and said))),
gaps as (
  select *, case when lag(ts) over w is null or ts - lag(ts) over w > interval 24 hour or lag(kind) over w = 17 then id end as opens
  from ranked window w as (partition by contact, channel order by ts, rank, id))
select *, last_value(opens ignore nulls) over (partition by contact, channel order by ts, rank, id) as conversation from gaps;

create temp table life as
select message, min(ts) filter (kind = 4) as delivered_at, min(ts) filter (kind = 5) as read_at, min(ts) filter (kind = 6) as failed_at,
  any_value(error_code) as error_code, any_value(category) filter (category <> 'none') as category, any_value(billable) as billable, any_value(country_calling_code) as country_calling_code
from events where kind in (4, 5, 6) group by message;

create temp table said as
select a.row, a.id, a.rank, e.message, a.contact, a.conversation, a.channel, a.kind = 2 as inbound, case when a.kind = 2 then 'contact'::actor else e.actor end as actor, e.message_kind, a.ts,
  l.delivered_at, l.read_at, l.failed_at, l.error_code, l.billable, coalesce(l.country_calling_code, e.country_calling_code) as country_calling_code,
  coalesce(l.category, e.category) as category, e.has_buttons, e.has_links, e.flow_id, e.flow_version, e.step_id, e.campaign_id, e.template, e.intent, e.expects_reply, e.is_fallback, e.handled_by,
  first_value(case when a.kind = 2 then a.ts end ignore nulls) over (partition by a.contact, a.channel order by a.ts, a.rank, a.id rows between 1 following and unbounded following) as answer,
  a.kind = 3 and count(*) filter (a.kind = 3) over talk = 1 as is_first_outbound,
  lead(e.actor) over talk as next_actor, lead(e.is_fallback) over talk as next_fallback, lead(a.kind) over talk as next_kind
from act a join events e on e.rowid = a.row left join life l on l.message = e.message
where a.kind in (2, 3)
window talk as (partition by a.conversation order by a.ts, a.rank, a.id);

insert into message
with answered as (
  select *, case when not inbound and answer - ts <= interval 24 hour then answer end as replied_at,
    case when not inbound and message_kind = 'answer' and category in ('marketing', 'marketing_lite') then 'campaign'::message_kind else message_kind end as of_kind from said),
read as (
  select *, case when inbound then null when read_at is not null or failed_at is not null or channel in ('telegram', 'sms', 'voice', 'push', 'other') then read_at else replied_at end as seen_at from answered)
select message, contact, conversation, channel, case when inbound then 'inbound' else 'outbound' end, actor, of_kind, ts, day_of(ts),
  coalesce(delivered_at, read_at, case when failed_at is null then replied_at end), delivered_at is null and coalesce(read_at, case when failed_at is null then replied_at end) is not null,
  seen_at, seen_at is not null and read_at is null, failed_at, error_code, null, null, replied_at, has_buttons, has_links, false, flow_id, flow_version, step_id, campaign_id, template,
  is_first_outbound, is_fallback,
  case when not inbound then 'unknown' when next_kind is distinct from 3 then handled_by
    when next_actor in ('bot', 'flow', 'timer') and (handled_by = 'unknown' or next_fallback) then 'bot'::handled_by
    when next_actor = 'human' and handled_by = 'unknown' then 'human'::handled_by else handled_by end,
  intent, null, category, billable, country_calling_code
from read order by ts;
