-- What both sides are given: one row an event as it was translated, and who was named together. The types are the facts' own.
create table events (
  id bigint, kind utinyint, ts timestamp, source varchar, name bigint, name_type utinyint, channel channel, actor actor,
  entry_point entry_point, entry_ref varchar, account_id varchar, conversation bigint, message bigint, flow_id varchar, flow_version varchar,
  run bigint, step_id varchar, branch varchar, campaign_id varchar, language varchar,
  said boolean, message_kind message_kind, expects_reply boolean, is_fallback boolean, handled_by handled_by, has_buttons boolean, has_links boolean,
  template varchar, intent varchar, category message_category, billable boolean, country_calling_code varchar, error_code varchar,
  step_index integer, terminal boolean, goal varchar, exit_reason flow_exit_reason,
  thing bigint, required integer, filled integer, resolved_by resolved_by, text varchar,
  survey_type survey_type, score integer, scale_min integer, scale_max integer, rated actor,
  link_code varchar, bid bigint, "order" bigint, shop varchar, order_id varchar, placed_at timestamp, currency varchar, minor bigint, paid_in_chat boolean);
create table together (id bigint, first bigint, first_type utinyint, other bigint, other_type utinyint);
-- Europe/Berlin as the generated months have it: a function of the calendar would cost the SQL more.
create macro day_of(t) as (t + case
  when t between timestamp '2024-10-27 01:00' and timestamp '2025-03-30 01:00' or t between timestamp '2025-10-26 01:00' and timestamp '2026-03-29 01:00' or t >= timestamp '2026-10-25 01:00'
  then interval 1 hour else interval 2 hour end)::date;
create macro ms(later, earlier) as epoch_ms(later) - epoch_ms(earlier);
