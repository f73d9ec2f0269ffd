create temp table around as
select e.*, coalesce(p.contact, e.name) as contact from events e left join person p on p.key = e.name where e.kind in (8, 14, 15, 16, 21, 23, 24, 26);

create temp table around_told as
select r.*, t.conversation as spoken, t.started_at, t.entry_point as spoken_entry, t.flow_id as spoken_flow
from around r asof left join told t on t.contact = r.contact and t.channel = r.channel and r.ts >= t.started_at;

insert into consent
select hash(contact, text, channel)::hugeint % 9223372036854775807, contact, text, any_value(channel), min(ts) filter (kind = 23), max(ts) filter (kind = 24), day_of(min(ts)), null, any_value(template), count(*) filter (kind = 24)
from around where kind in (23, 24) group by contact, text, channel;

create temp table lead_fact as
select l.thing as lead, any_value(l.contact) as contact, arg_min(l.spoken, l.ts) as conversation, arg_min(l.channel, l.ts) as channel, arg_min(coalesce(l.flow_id, l.spoken_flow), l.ts) as flow_id,
  arg_min(coalesce(l.spoken_entry, 'organic'), l.ts) as entry_point, any_value(l.campaign_id) as campaign_id, min(l.ts) as captured_at, coalesce(bool_or(c.given_at <= t.ended_at or c.given_at <= l.ts), false) as with_consent
from around_told l left join consent c on c.contact = l.contact and c.given_at is not null left join told t on t.conversation = l.spoken
where l.kind = 21 group by l.thing;
insert into lead select lead, contact, conversation, channel, flow_id, entry_point, campaign_id, captured_at, day_of(captured_at), with_consent, 'new', null, null, null from lead_fact order by captured_at;

create temp table click_fact as
select *, not coalesce(ts - lag(ts) over (partition by contact, link_code order by ts, id) <= interval 30 minute, false) as counted from around_told where kind = 8;
insert into click
select id, contact, spoken, message, ts, day_of(ts), channel, coalesce(flow_id, spoken_flow), step_id, branch, campaign_id, link_code, counted, case when not counted then 'repeat' end, null from click_fact order by ts;

create temp table human as
select contact, conversation, ts from said where not inbound and actor = 'human'
union all select contact, conversation, ts from act where kind = 15
union all select a.contact, a.conversation, a.ts from act a join events e on e.rowid = a.row where a.kind = 17 and e.resolved_by = 'human';

insert into handoff
select h.thing, any_value(h.contact), arg_min(h.spoken, h.ts), arg_min(h.channel, h.ts), arg_min(coalesce(h.flow_id, h.spoken_flow), h.ts), min(h.ts), day_of(min(h.ts)), min(h.ts) filter (h.kind = 15), min(h.ts) filter (h.kind = 16),
  min(s.ts), max(h.required), max(h.filled), null
from around_told h left join said s on s.conversation = h.spoken and not s.inbound and s.actor = 'human' and s.ts >= h.ts
where h.kind in (14, 15, 16) group by h.thing order by min(h.ts);

create temp table sums as
select m.conversation, count(*) filter (inbound) as inbound, count(*) filter (auto) as automated_outbound, count(*) filter (not inbound and actor = 'human') as human_outbound,
  count(*) filter (auto and is_fallback and before) as fallbacks, min(ts) filter (inbound) as first_inbound_at, min(ts) filter (auto) as first_automated_at, max(ts) filter (auto) as last_automated_at,
  count(*) filter (auto and not pushed) > 0 as spoke, count(*) filter (auto and pushed) > 0 as pushed, min(ts) filter (not inbound and actor = 'human' and answer_kind) as human_answer_at,
  min(ts) filter (auto and answer_kind and ts >= first_in) as automated_answer_at, max(ts) filter (not inbound and actor = 'human') as last_human_at, arg_min(flow_id, ts) filter (auto) as spoken_flow,
  arg_max(auto and (expects_reply or is_fallback), ts) as open_end, bool_or(is_first_outbound and (delivered_at is not null or read_at is not null)) as first_delivered, bool_or(is_first_outbound and read_at is not null) as first_read,
  bool_or(is_first_outbound and failed_at is null) as first_sent, bool_or(inbound and ts > first_out) as replied
from (
  select *, not inbound and actor in ('bot', 'flow', 'timer') and message_kind not in ('acknowledgement', 'out_of_office') as auto, not inbound and message_kind = 'answer' as answer_kind,
    message_kind in ('campaign', 'reminder', 'survey') or category in ('utility', 'authentication', 'authentication_international') as pushed, lag(inbound) over talk as before,
    min(case when inbound then ts end) over (partition by conversation) as first_in, min(case when not inbound then ts end) over (partition by conversation) as first_out
  from said window talk as (partition by conversation order by ts, rank, id)) m
group by m.conversation;

create temp table handled as select conversation, count(*) as read_by_automation from message where direction = 'inbound' and handled_by = 'bot' group by conversation;
create temp table openers as select conversation, true as visited, bool_or(left_at is not null or terminal) as left from stepped where is_opener group by conversation;
create temp table captured as select conversation, bool_or(with_consent) as with_consent from lead_fact group by conversation;

create temp table ended as
select t.*, s.* exclude (conversation), coalesce(s.human_outbound, 0) > 0 or coalesce(t.closed_by = 'human', false) as human_acted,
  t.flow_at is not null or coalesce(s.spoke, false) or (coalesce(s.pushed, false) and s.inbound > 0) as automated,
  case when t.goal_at is not null or t.closed_by in ('bot', 'human', 'contact') then false when t.closed_by = 'timer' and coalesce(s.human_outbound, 0) = 0 then true else coalesce(s.open_end, false) end as abandoned,
  case when lag(t.closed_at) over w is not null and t.started_at - lag(t.ended_at) over w <= interval 24 hour then lag(t.conversation) over w end as reopen_of,
  coalesce(t.handoff_at, case when s.automated_answer_at is null and t.flow_at is null then s.first_inbound_at end) as human_clock_at
from told t left join sums s using (conversation) window w as (partition by t.contact, t.channel order by t.started_at);

insert into conversation
select e.conversation, e.contact, e.channel, e.account_id, null, e.reopen_of, e.started_at, day_of(e.started_at), e.ended_at, e.automated, coalesce(e.entry_point, 'organic'), e.entry_ref,
  coalesce(e.flow_id, e.spoken_flow), e.flow_version, e.campaign_id, e.language, null, coalesce(e.inbound, 0), coalesce(e.automated_outbound, 0), coalesce(e.human_outbound, 0), coalesce(h.read_by_automation, 0), coalesce(e.fallbacks, 0),
  e.human_acted, e.handoff_at is not null, e.handoff_accepted, e.human_acted or e.handoff_at is not null or e.handoff_accepted,
  case when e.abandoned then null when e.closed_at is not null then e.closed_at when e.goal_at is not null and not coalesce(e.last_human_at > e.goal_at or e.handoff_at > e.goal_at, false) then e.goal_at end as resolved_at,
  case when e.abandoned then 'nobody' when e.closed_at is not null then e.closed_by when e.goal_at is not null and not coalesce(e.last_human_at > e.goal_at or e.handoff_at > e.goal_at, false) then 'bot' else 'nobody' end,
  false, e.goal_at is not null, e.abandoned, greatest(0, ms(resolved_at, e.started_at)), case when ms(r.ts, e.ended_at) <= 2592000000 then ms(r.ts, e.ended_at) end, case when ms(a.ts, e.ended_at) <= 2592000000 then ms(a.ts, e.ended_at) end,
  e.first_inbound_at, ms(e.automated_answer_at, e.first_inbound_at), e.human_clock_at, case when e.human_answer_at >= e.human_clock_at then ms(e.human_answer_at, e.human_clock_at) end, null, null,
  c.conversation is not null, coalesce(c.with_consent, false), coalesce(e.first_delivered or (e.replied and e.first_sent), false),
  case when e.first_sent is null or (e.channel in ('telegram', 'sms', 'voice', 'push', 'other') and not e.first_read) then null else e.first_read or (e.first_sent and e.replied) end,
  coalesce(o.visited, false), coalesce(o.left, false), coalesce(e.replied, false)
from ended e left join handled h using (conversation) left join openers o using (conversation) left join captured c using (conversation)
asof left join (select contact, ts from said where inbound) r on r.contact = e.contact and r.ts > e.ended_at
asof left join human a on a.contact = e.contact and a.ts > e.ended_at
order by e.started_at;

insert into survey
select thing, contact, spoken, channel, coalesce(flow_id, spoken_flow), ts, day_of(ts), survey_type, score, scale_min, scale_max, case when rated <> 'unknown' then rated else 'bot' end
from around_told where kind = 26 and score is not null qualify row_number() over (partition by coalesce(spoken, thing), survey_type order by ts desc) = 1 order by ts;
