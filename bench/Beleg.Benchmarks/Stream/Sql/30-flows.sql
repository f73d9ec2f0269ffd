create temp table move as
select a.*, e.run, e.flow_id, e.flow_version, e.step_id, e.step_index, e.terminal, e.branch, e.entry_point, e.goal, e.exit_reason
from act a join events e on e.rowid = a.row where a.kind in (9, 10, 11, 12, 13);

create temp table run as
select run, any_value(contact) as contact, arg_min(conversation, ts) as conversation, arg_min(channel, ts) as channel, arg_min(flow_id, ts) filter (flow_id is not null) as flow_id,
  arg_min(flow_version, ts) as flow_version, arg_min(entry_point, ts) filter (entry_point is not null) as entry_point, min(ts) as entered_at,
  min(ts) filter (kind = 13) as exited_at, arg_min(exit_reason, ts) filter (kind = 13) as exit_reason, arg_min(goal, ts) filter (kind = 12) as goal, min(ts) filter (kind = 12) as goal_at,
  arg_max(branch, ts) filter (branch is not null) as last_branch, arg_max(step_id, ts) filter (kind = 10) as last_step
from move where run is not null group by run;

create temp table stepped as
select id, run, contact, conversation, channel, flow_id, flow_version, step_id, step_index, ts, left_at, terminal, opener = 1 as is_opener, branch
from (
  select *, first_value(case when kind in (10, 12) or (kind = 13 and exit_reason = 'done') then ts end ignore nulls) over (runs rows between 1 following and unbounded following) as left_at,
    count(*) filter (kind = 10) over runs as opener
  from move where run is not null window runs as (partition by run order by ts, rank, id))
where kind = 10 and step_id is not null;

create temp table told as
select a.conversation, any_value(a.contact) as contact, any_value(a.channel) as channel, min(a.ts) as started_at, max(a.ts) filter (a.kind <> 13) as ended_at, arg_min(e.account_id, a.ts) as account_id,
  arg_min(e.entry_point, a.ts) filter (e.entry_point is not null) as entry_point, arg_min(e.entry_ref, a.ts) filter (e.entry_point is not null) as entry_ref,
  arg_min(e.flow_id, a.ts) filter (a.kind in (9, 10)) as flow_id, arg_min(e.flow_version, a.ts) filter (a.kind in (9, 10)) as flow_version, min(a.ts) filter (a.kind in (9, 10)) as flow_at,
  any_value(e.campaign_id) as campaign_id, min(a.ts) filter (a.kind = 14) as handoff_at, count(*) filter (a.kind = 15) > 0 as handoff_accepted, min(a.ts) filter (a.kind = 12) as goal_at,
  min(a.ts) filter (a.kind = 17) as closed_at, any_value(e.resolved_by) filter (a.kind = 17) as closed_by, arg_min(e.language, a.ts) filter (a.kind = 2) as language
from act a join events e on e.rowid = a.row group by a.conversation;

insert into flow_run
select r.run, r.contact, r.conversation, r.channel, r.flow_id, r.flow_version, coalesce(r.entry_point, t.entry_point, 'organic'), r.entered_at, day_of(r.entered_at), r.exited_at, r.exit_reason,
  case when r.goal_at is not null then coalesce(r.goal, '') end, r.goal_at, r.last_branch, r.last_step
from run r left join told t using (conversation) where r.flow_id is not null order by r.entered_at;

insert into step_visit
select hash(v.id, v.run)::hugeint % 9223372036854775807, v.run, v.contact, v.conversation, v.channel, coalesce(v.flow_id, r.flow_id), coalesce(v.flow_version, r.flow_version), v.step_id, v.step_index,
  v.ts, day_of(v.ts), v.left_at, v.left_at is not null, v.terminal, v.is_opener, v.branch
from stepped v join run r using (run) where r.flow_id is not null order by v.ts;
