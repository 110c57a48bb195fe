-- Room: measures. Agents' contacts and agents' time are rolled up apart, so that each can have a core of its own: hours that are
-- due for agents are due for both.
alter table rollup_due no force row level security;
insert into rollup_due (center_id, kind, hour) select center_id, 'agentTime', hour from rollup_due where kind = 'agent' on conflict do nothing;
alter table rollup_due force row level security;

-- Written out where it is used.
drop function pult_cumulative(integer[]);
