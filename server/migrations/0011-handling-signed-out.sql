-- Room: measures. Work with customers while nobody was signed in (`signedOut`) stands apart: in the occupancy it would make more
-- work than time. Pauses, training and ringing count while signed in only.
alter table agent_time_interval drop constraint agent_time_interval_state_check;
alter table agent_time_interval add constraint agent_time_interval_state_check
  check (state in ('session', 'handling', 'training', 'offQueue', 'pause', 'ringing', 'contact', 'signedOut'));
alter table agent_time_day drop constraint agent_time_interval_state_check;
alter table agent_time_day add constraint agent_time_day_state_check
  check (state in ('session', 'handling', 'training', 'offQueue', 'pause', 'ringing', 'contact', 'signedOut'));

-- What is stored follows.
alter table rollup_due no force row level security;
alter table agent_time_interval no force row level security;
insert into rollup_due (center_id, kind, hour)
  select distinct center_id, 'agentTime', date_trunc('hour', at) from agent_time_interval on conflict do nothing;
alter table rollup_due force row level security;
alter table agent_time_interval force row level security;
