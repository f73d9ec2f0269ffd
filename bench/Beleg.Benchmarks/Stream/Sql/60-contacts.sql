insert into contact
with first_of as (
  select coalesce(p.contact, e.name) as contact, min(e.ts) as first_seen_at, max(e.ts) as last_seen_at, arg_min(e.source, e.ts) as first_source, arg_min(e.campaign_id, e.ts) filter (e.campaign_id is not null) as first_campaign,
    min(e.ts) filter (e.kind = 3) as first_messaged_at, any_value(coalesce(p.names, 1)) as identifiers
  from events e left join person p on p.key = e.name where e.name is not null group by 1),
spoken as (
  select contact, arg_min(channel, ts) as first_channel, mode(channel) filter (inbound) as preferred from said group by contact),
entered as (select contact, arg_min(coalesce(entry_point, 'organic'), started_at) as entry_point from told group by contact),
agreed as (select contact, max(given_at) filter (purpose = 'marketing') as given_at, max(withdrawn_at) as withdrawn_at, max(proofs) filter (withdrawn_at is not null) as proofs from consent group by contact),
paid as (select contact, min(placed_at) as first_order_at, count(*) as orders, sum(net_minor)::bigint as net_minor from orders group by contact),
leads as (select contact, arg_max(status, captured_at) as status from lead group by contact)
select f.contact, true, f.first_seen_at, f.last_seen_at, day_of(f.first_seen_at), f.first_source, coalesce(s.first_channel, 'other'), coalesce(e.entry_point, 'organic'), f.first_campaign, null, null, null,
  coalesce(s.preferred, 'other'), f.identifiers, l.status, f.first_messaged_at, day_of(f.first_messaged_at), a.given_at, a.withdrawn_at, day_of(a.withdrawn_at), coalesce(a.proofs, 0), p.first_order_at, day_of(p.first_order_at),
  coalesce(p.orders, 0), coalesce(p.net_minor, 0)
from first_of f left join spoken s using (contact) left join entered e using (contact) left join agreed a using (contact) left join paid p using (contact) left join leads l using (contact)
order by f.first_seen_at;
