-- Room: measures. Squares of what had none, so that every mean tells how far chance among few contacts moves it. Until their hours
-- are computed again they are not known: NaN makes every sum it has a part in unknown, and no interval is told that is too narrow.
do $$
declare
  rollup text;
  squares text;
begin
  foreach rollup in array array['queue_interval', 'queue_day', 'queue_slot', 'agent_interval', 'agent_day', 'agent_month'] loop
    foreach squares in array array['talk_s2', 'hold_s2', 'acw_s2', 'outbound_handle_s2', 'wait_flowed_out_s2'] loop
      -- The flowed out had no agent.
      continue when squares = 'wait_flowed_out_s2' and rollup like 'agent%';
      execute format('alter table %I add column %I double precision not null default ''NaN''', rollup, squares);
      execute format('alter table %I alter column %I drop default', rollup, squares);
    end loop;
  end loop;
end $$;

-- What is stored follows.
alter table rollup_due no force row level security;
alter table queue_interval no force row level security;
alter table agent_interval no force row level security;
insert into rollup_due (center_id, kind, hour)
  select distinct center_id, 'queue', date_trunc('hour', at) from queue_interval on conflict do nothing;
insert into rollup_due (center_id, kind, hour)
  select distinct center_id, 'agent', date_trunc('hour', at) from agent_interval on conflict do nothing;
alter table rollup_due force row level security;
alter table queue_interval force row level security;
alter table agent_interval force row level security;
