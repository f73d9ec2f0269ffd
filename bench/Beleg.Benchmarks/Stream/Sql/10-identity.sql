-- Each event once: a table of those that came again (there are none in this traffic, as our own fold finds out, too).
create temp table repeated as select id from events group by id having count(*) > 1;
create temp table pair as
  select distinct first as a, other as b, first_type as a_type, other_type as b_type from together union select other, first, other_type, first_type from together;
-- A name that came with more than twenty others of one type joins nobody; what it stands in belongs to the name beside it.
create temp table shared_name as select distinct a as key from pair group by a, b_type having count(distinct b) > 20;
update events set name = t.other, name_type = t.other_type
  from together t where t.id = events.id and events.name in (select key from shared_name) and t.other not in (select key from shared_name);
create temp table edge as select distinct a, b from pair where a not in (select key from shared_name) and b not in (select key from shared_name);
create temp table typed as select a as key, min(a_type) as type from pair group by a;
create temp table label as select distinct a as key, a as label from edge;
-- repeat until nothing changes
create or replace temp table label as
  select l.key, least(l.label, min(n.label)) as label from label l join edge e on e.a = l.key join label n on n.key = e.b group by l.key, l.label;
-- until
create temp table person as
  select l.key, first_value(l.key) over (partition by l.label order by t.type, l.key) as contact, count(*) over (partition by l.label) as names
  from label l join typed t using (key);
