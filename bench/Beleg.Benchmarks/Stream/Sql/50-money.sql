create temp table bought as
select o."order", coalesce(p.contact, o.name) as contact, o.shop, o.order_id, o.placed_at, o.currency, o.gross, o.bid, o.paid_in_chat, p.contact is not null or o.name is not null as known
from (
  select "order", arg_min(name, ts) as name, any_value(shop) as shop, any_value(order_id) as order_id, arg_max(placed_at, ts) as placed_at, arg_max(currency, ts) as currency,
    arg_max(minor, ts) as gross, any_value(bid) as bid, bool_or(paid_in_chat) as paid_in_chat
  from events where kind in (30, 31, 33) group by "order") o left join person p on p.key = o.name;

create temp table back as
select e.thing as refund, e."order", b.contact, e.ts, least(e.minor, b.gross) as minor
from events e join bought b using ("order") where e.kind = 32 qualify row_number() over (partition by e.thing order by e.ts desc) = 1;
insert into refund select refund, "order", contact, ts, day_of(ts), 'refund', minor, minor from back order by ts;

create temp table touched as
select conversation as touch, contact, coalesce(last_automated_at, flow_at) as ts, least(coalesce(first_automated_at, flow_at), flow_at) as first_at, 'conversation'::touch_kind as kind, channel, conversation,
  coalesce(flow_id, spoken_flow) as flow_id, campaign_id, coalesce(entry_point, 'organic') as entry_point, null::bigint as bid
from ended where automated
union all
select c.id, c.contact, c.ts, c.ts, 'click', c.channel, c.spoken, coalesce(c.flow_id, c.spoken_flow), c.campaign_id, coalesce(c.spoken_entry, 'organic'), c.bid from click_fact c where c.counted
union all
select s.message, s.contact, s.read_at, s.read_at, 'campaign_read', s.channel, s.conversation, s.flow_id, s.campaign_id, 'organic', null from said s where not inbound and message_kind = 'campaign' and read_at is not null;

create temp table seen as
with joined as (
  select b."order", b.contact as owner, b.placed_at, b.bid, c.contact as by_click from bought b left join (select bid, min(contact) as contact from click_fact where counted and bid is not null group by bid) c using (bid)),
asked as (select "order", owner, placed_at, bid, owner as contact from joined union select "order", owner, placed_at, bid, by_click from joined where by_click is not null and by_click <> owner),
near as (
  select a.*, t.touch, t.kind, t.channel, t.conversation, t.flow_id, t.campaign_id, t.entry_point, t.bid as touch_bid, a.contact <> a.owner as through, t.ts, t.first_at
  from asked a join touched t on t.contact = a.contact and t.first_at <= a.placed_at),
timed as (
  -- A conversation counts at its last automated message before the order.
  select n.* exclude (ts), case when n.ts <= n.placed_at then n.ts else coalesce(s.ts, n.first_at) end as ts
  from near n left join (select n."order", n.touch, max(s.ts) as ts from near n join said s on s.conversation = n.conversation and not s.inbound and s.actor in ('bot', 'flow', 'timer') and s.ts <= n.placed_at where n.kind = 'conversation' and n.ts > n.placed_at group by n."order", n.touch) s using ("order", touch))
select *, count(*) over o as touches, row_number() over (o order by ts, touch) as place, max(ts) over o as newest, max(case when kind = 'visit' then 0 else 1 end) over o as chat
from timed t
where placed_at - ts <= interval 30 day and ts <= placed_at
  and not (kind = 'conversation' and exists (select 1 from click_fact c where c.counted and c.spoken = t.conversation and c.ts <= t.placed_at and c.ts >= t.placed_at - interval 30 day))
window o as (partition by "order");

create temp table weighed as
select *, case when touches <= 2 then 1 when place in (1, touches) then 2 * (touches - 2) else 1 end as position_weight, pow(2.0, -epoch(newest - ts) / 604800.0) as decay_weight,
  case when bid = touch_bid or through then 'b' when kind = 'click' then 'c' else 'd' end::evidence as evidence
from seen;

create temp table booking as
select "order", booking, booked_at, step, sum(minor) over (partition by "order" order by step) as net from (
  select "order", "order" as booking, placed_at as booked_at, gross as minor, 0 as step from bought
  union all select "order", refund, ts, -minor, row_number() over (partition by "order" order by ts, refund) from back);

create temp table shared as
with parts as (
  select w.*, b.booking, b.booked_at, b.step, b.net, b.net // touches as linear_floor, b.net * position_weight // sum(position_weight) over g as position_floor, b.net * position_weight % sum(position_weight) over g as position_rest,
    floor(b.net * decay_weight / sum(decay_weight) over g)::bigint as decay_floor, b.net * decay_weight / sum(decay_weight) over g as decay_exact
  from weighed w join booking b using ("order") window g as (partition by w."order", b.step)),
handed as (
  select *, linear_floor + case when place <= net % touches then 1 else 0 end as linear_held,
    position_floor + case when row_number() over (g order by position_rest desc, place) <= net - sum(position_floor) over g then 1 else 0 end as position_held,
    decay_floor + case when row_number() over (g order by decay_exact - decay_floor desc, place) <= net - sum(decay_floor) over g then 1 else 0 end as decay_held,
    case when place = 1 then net else 0 end as first_held, case when place = touches then net else 0 end as last_held
  from parts window g as (partition by "order", step))
select *, linear_held - coalesce(lag(linear_held) over s, 0) as linear, position_held - coalesce(lag(position_held) over s, 0) as position, decay_held - coalesce(lag(decay_held) over s, 0) as time_decay,
  first_held - coalesce(lag(first_held) over s, 0) as first, last_held - coalesce(lag(last_held) over s, 0) as last
from handed window s as (partition by "order", touch order by step);

create temp table graded as select "order", min(evidence) as evidence, count(*) as touches, bool_or(through) as through, min(contact) filter (through) as joined from weighed group by "order";
create temp table newest_customer as select contact, arg_min("order", placed_at) as first_order from bought where gross > 0 group by contact;

insert into orders
select b."order", b.contact, b.shop, b.order_id, b.placed_at, day_of(b.placed_at), 'counted', b.currency, b.gross, coalesce(r.minor, 0), 1, day_of(b.placed_at), b.gross, coalesce(r.minor, 0), b.gross - coalesce(r.minor, 0),
  n.first_order is not null, coalesce(g.evidence, 'none'), g."order" is not null, g.joined, coalesce(g.touches, 0), b.paid_in_chat, null, false
from bought b left join (select "order", sum(minor)::bigint as minor from back group by "order") r using ("order") left join graded g using ("order") left join newest_customer n on n.first_order = b."order"
order by b.placed_at;

insert into credit
select s."order", s.booking, s.touch, s.owner, case when s.step = 0 then 'order' else 'refund' end, s.booked_at, day_of(s.booked_at) as day, true, s.kind, s.ts, g.evidence, s.conversation, day_of(e.started_at), coalesce(e.automated, false),
  s.channel, 'chat', s.flow_id, s.campaign_id, s.entry_point, n.first_order is not null, s.first, s.last, s.last, s.linear, s.position, s.time_decay, s.last,
  case when s.place = 1 then 1 else 0 end + case when s.place = s.touches then 70 else 0 end + 56
from shared s join graded g using ("order") left join ended e using (conversation) left join newest_customer n on n.first_order = s."order"
union all
select b."order", k.booking, null, b.contact, case when k.step = 0 then 'order' else 'refund' end, k.booked_at, day_of(k.booked_at), false, 'visit', null, 'none', null, null, false,
  'other', 'unassigned', null, null, 'organic', n.first_order is not null, m.minor, m.minor, m.minor, m.minor, m.minor, m.minor, m.minor, 0
from bought b join booking k using ("order") left join newest_customer n on n.first_order = b."order", lateral (select case when k.step = 0 then b.gross else k.net - lag_net end as minor from (select coalesce((select net from booking p where p."order" = k."order" and p.step = k.step - 1), 0) as lag_net)) m
where b."order" not in (select "order" from graded)
order by day;

insert into touch
select t.touch, t.contact, t.ts, day_of(t.ts), t.kind, true, false, t.channel, 'chat', t.conversation, t.flow_id, t.campaign_id, t.entry_point, t.bid
from touched t
where t.kind <> 'conversation' or t.conversation not in (select spoken from click_fact where counted and spoken is not null) or t.touch in (select touch from weighed)
order by t.ts;
