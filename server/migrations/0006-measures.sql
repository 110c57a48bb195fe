-- Room: measures. Roll-ups of the facts, saved views, notes.
--
-- Roll-ups hold only what adds up: counts, sums, sums of squares, and waiting times counted at fixed bounds. They carry no
-- foreign keys, are written by the drainer alone and can be computed again from the facts at any time. Queue, agent and pause
-- reason 0 are "none".
--
-- The arrays "…_cum" count waits of at most each bound (engine, wait-bounds.ts), first bound first. The constant end is cut off:
-- beyond the array's length the value is the row's total. So "within T" is one element, and it adds up over rows.

create table queue_interval (
  center_id integer not null,
  -- Start of 15 minutes, UTC.
  at timestamptz not null,
  queue_id integer not null,
  channel text collate "C" not null,
  direction text collate "C" not null,
  offered integer not null,
  answered integer not null,
  abandoned integer not null,
  flowed_out integer not null,
  callback_requested integer not null,
  still_open integer not null,
  wait_answered_ms bigint not null,
  wait_answered_s2 double precision not null,
  wait_abandoned_ms bigint not null,
  wait_abandoned_s2 double precision not null,
  wait_flowed_out_ms bigint not null,
  longest_wait_ms bigint not null,
  talk_ms bigint not null,
  hold_ms bigint not null,
  acw_ms bigint not null,
  handle_s2 double precision not null,
  held integer not null,
  transferred_out integer not null,
  agent_no_answers integer not null,
  hung_up_by_agent integer not null,
  -- By their own stamp: when answered, when finished.
  answered_in integer not null,
  handled_in integer not null,
  outbound_attempts integer not null,
  outbound_reached integer not null,
  outbound_handle_ms bigint not null,
  answered_cum integer[],
  abandoned_cum integer[],
  flowed_out_cum integer[],
  callback_cum integer[],
  primary key (center_id, at, queue_id, channel, direction)
);
call pult_guard('queue_interval');

-- The same by the centre's own day, and by local month × weekday × half-hour for heat maps of long periods.
create table queue_day (like queue_interval, primary key (center_id, at, queue_id, channel, direction));
alter table queue_day rename column at to day;
alter table queue_day alter column day type date using day::date;
call pult_guard('queue_day');

create table queue_slot (like queue_interval, month date not null, weekday smallint not null, slot smallint not null);
alter table queue_slot drop column at;
alter table queue_slot add primary key (center_id, month, weekday, slot, queue_id, channel, direction);
comment on column queue_slot.month is 'first day of the local month';
comment on column queue_slot.weekday is '1 is Monday';
comment on column queue_slot.slot is 'half-hour of the local day, 0 to 47';
call pult_guard('queue_slot');

-- What can be said of one agent: contacts she answered or dialled.
create table agent_day (
  center_id integer not null,
  day date not null,
  agent_id integer not null,
  queue_id integer not null,
  channel text collate "C" not null,
  direction text collate "C" not null,
  answered integer not null,
  wait_answered_ms bigint not null,
  wait_answered_s2 double precision not null,
  talk_ms bigint not null,
  hold_ms bigint not null,
  acw_ms bigint not null,
  handle_s2 double precision not null,
  held integer not null,
  transferred_out integer not null,
  hung_up_by_agent integer not null,
  answered_in integer not null,
  handled_in integer not null,
  outbound_attempts integer not null,
  outbound_reached integer not null,
  outbound_handle_ms bigint not null,
  answered_cum integer[],
  primary key (center_id, day, agent_id, queue_id, channel, direction)
);
create index agent_day_by_agent on agent_day (center_id, agent_id, day);
call pult_guard('agent_day');

-- By half-hour, all queues and channels together.
create table agent_interval (like agent_day);
alter table agent_interval drop column day, drop column queue_id, drop column channel, drop column direction;
alter table agent_interval add column at timestamptz not null;
alter table agent_interval add primary key (center_id, at, agent_id);
create index agent_interval_by_agent on agent_interval (center_id, agent_id, at);
call pult_guard('agent_interval');

-- Agents' time, clipped to half-hours. `handling`, `training`, `offQueue`, `pause` and `ringing` exclude one another in this
-- order; `session` holds them all; `contact` sums contacts at once and so may exceed `handling`.
create table agent_time_interval (
  center_id integer not null,
  at timestamptz not null,
  agent_id integer not null,
  state text collate "C" not null check (state in ('session', 'handling', 'training', 'offQueue', 'pause', 'ringing', 'contact')),
  pause_reason_id integer not null,
  ms bigint not null,
  primary key (center_id, at, agent_id, state, pause_reason_id)
);
create index agent_time_interval_by_agent on agent_time_interval (center_id, agent_id, at);
call pult_guard('agent_time_interval');

create table agent_time_day (like agent_time_interval including constraints);
alter table agent_time_day rename column at to day;
alter table agent_time_day alter column day type date using day::date;
alter table agent_time_day add primary key (center_id, day, agent_id, state, pause_reason_id);
create index agent_time_day_by_agent on agent_time_day (center_id, agent_id, day);
call pult_guard('agent_time_day');

-- How far each source has told its story: an open state counts up to here and no further.
create table source_seen (
  center_id integer not null,
  source_id integer not null,
  seen_until timestamptz not null,
  primary key (center_id, source_id)
);
call pult_guard('source_seen');

-- The zone in which days and slots were cut: when the centre moves to another, they are computed again.
create table rollup_zone (
  center_id integer primary key,
  time_zone text not null
);
call pult_guard('rollup_zone');

-- Long arrays stay in the row, where one element is cheap to read.
alter table queue_day set (toast_tuple_target = 8160);
alter table queue_slot set (toast_tuple_target = 8160);
alter table queue_interval set (toast_tuple_target = 8160);
alter table agent_day set (toast_tuple_target = 8160);

-- Instants as milliseconds, for indexes.
create or replace function pult_ms(at timestamptz) returns bigint
language sql immutable parallel safe
as $$ select (extract(epoch from at at time zone 'UTC') * 1000)::bigint $$;

-- Counts of sorted bins as the cut cumulative array described above.
create or replace function pult_cumulative(bins integer[]) returns integer[]
language sql immutable parallel safe
as $$ select array_agg(width_bucket(bound, bins) order by bound) from generate_series(0, least(bins[array_upper(bins, 1)] - 1, 128)) bound $$;

-- Few legs last longer than two hours; these indexes find them by when they were answered or ended, so that an hour is computed
-- from its own legs and not from a week of them.
create index contact_leg_long_answered on contact_leg (center_id, (pult_ms(offered_at) + wait_ms))
  where wait_ms + talk_ms + hold_ms + acw_ms > 7200000;
create index contact_leg_long_ended on contact_leg (center_id, (pult_ms(offered_at) + wait_ms + talk_ms + hold_ms + acw_ms))
  where wait_ms + talk_ms + hold_ms + acw_ms > 7200000;
create index contact_leg_open on contact_leg (center_id, offered_at) where outcome = 'open';
create index agent_state_long on agent_state (center_id, ended_at) where ended_at - started_at > interval '2 hours';
create index agent_state_open on agent_state (center_id, started_at) where ended_at is null;

-- Whoever keeps the roll-ups of an installation looks which centres have work.
create policy owner_lists on rollup_due for select to current_user using (true);

create table measure_view (
  center_id integer not null references center,
  view_id bigint generated by default as identity,
  name text not null check (length(name) between 1 and 200),
  state jsonb not null,
  shared boolean not null default false,
  created_by text not null,
  created_by_name text not null,
  changed_at timestamptz not null default now(),
  primary key (center_id, view_id)
);
call pult_guard('measure_view');

create table note (
  center_id integer not null references center,
  note_id bigint generated by default as identity,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  -- 0 is the whole centre.
  queue_id integer not null default 0,
  text text not null check (length(text) between 1 and 2000),
  created_by text not null,
  created_by_name text not null,
  changed_at timestamptz not null default now(),
  primary key (center_id, note_id)
);
create index note_by_day on note (center_id, first_day);
call pult_guard('note');
