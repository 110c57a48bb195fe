-- Room: measures. Roll-ups hold only what adds up: counts, sums, sums of squares, maxima, and waiting-time histograms.
--
-- A histogram is a ragged array of cumulative counts at the engine's wait bounds: element k is how many waited at most bound k, and
-- where the array ends early everything has been counted, so "within bound k" is coalesce(cum[k], total): one element, and it adds
-- up like any other counter. queue_id 0 is "no queue". They are computed from the facts, never adjusted.

-- Queues by quarter-hours of UTC: a day of half-hours, forecasting.
create table queue_interval (
  center_id integer not null,
  queue_id integer not null,
  channel text not null,
  direction text not null,
  bucket_at timestamptz not null,
  offered integer not null default 0,
  answered integer not null default 0,
  abandoned integer not null default 0,
  flowed_out integer not null default 0,
  callback_requested integer not null default 0,
  still_open integer not null default 0,
  wait_answered_ms bigint not null default 0,
  wait_answered_s2 double precision not null default 0,
  wait_abandoned_ms bigint not null default 0,
  wait_abandoned_s2 double precision not null default 0,
  wait_flowed_out_ms bigint not null default 0,
  longest_wait_ms bigint not null default 0,
  handled integer not null default 0,
  talk_ms bigint not null default 0,
  hold_ms bigint not null default 0,
  acw_ms bigint not null default 0,
  handle_s2 double precision not null default 0,
  held integer not null default 0,
  transferred_out integer not null default 0,
  agent_no_answers integer not null default 0,
  hung_up_by_agent integer not null default 0,
  answered_in_interval integer not null default 0,
  handled_in_interval integer not null default 0,
  outbound_attempts integer not null default 0,
  outbound_reached integer not null default 0,
  outbound_handle_ms bigint not null default 0,
  answered_cum integer[],
  abandoned_cum integer[],
  flowed_out_cum integer[],
  callback_cum integer[],
  primary key (center_id, bucket_at, queue_id, channel, direction)
);
call pult_guard('queue_interval');

-- Queues by days of the centre: months and years.
create table queue_day (
  center_id integer not null,
  queue_id integer not null,
  channel text not null,
  direction text not null,
  day date not null,
  offered integer not null default 0,
  answered integer not null default 0,
  abandoned integer not null default 0,
  flowed_out integer not null default 0,
  callback_requested integer not null default 0,
  still_open integer not null default 0,
  wait_answered_ms bigint not null default 0,
  wait_answered_s2 double precision not null default 0,
  wait_abandoned_ms bigint not null default 0,
  wait_abandoned_s2 double precision not null default 0,
  wait_flowed_out_ms bigint not null default 0,
  longest_wait_ms bigint not null default 0,
  handled integer not null default 0,
  talk_ms bigint not null default 0,
  hold_ms bigint not null default 0,
  acw_ms bigint not null default 0,
  handle_s2 double precision not null default 0,
  held integer not null default 0,
  transferred_out integer not null default 0,
  agent_no_answers integer not null default 0,
  hung_up_by_agent integer not null default 0,
  answered_in_interval integer not null default 0,
  handled_in_interval integer not null default 0,
  outbound_attempts integer not null default 0,
  outbound_reached integer not null default 0,
  outbound_handle_ms bigint not null default 0,
  answered_cum integer[],
  abandoned_cum integer[],
  flowed_out_cum integer[],
  callback_cum integer[],
  primary key (center_id, day, queue_id, channel, direction)
);
call pult_guard('queue_day');

-- Queues by month, weekday and half-hour of the centre: the heat map of a year.
create table queue_slot (
  center_id integer not null,
  queue_id integer not null,
  channel text not null,
  direction text not null,
  month date not null,
  weekday smallint not null,
  slot smallint not null,
  offered integer not null default 0,
  answered integer not null default 0,
  abandoned integer not null default 0,
  flowed_out integer not null default 0,
  callback_requested integer not null default 0,
  still_open integer not null default 0,
  wait_answered_ms bigint not null default 0,
  wait_answered_s2 double precision not null default 0,
  wait_abandoned_ms bigint not null default 0,
  wait_abandoned_s2 double precision not null default 0,
  wait_flowed_out_ms bigint not null default 0,
  longest_wait_ms bigint not null default 0,
  handled integer not null default 0,
  talk_ms bigint not null default 0,
  hold_ms bigint not null default 0,
  acw_ms bigint not null default 0,
  handle_s2 double precision not null default 0,
  held integer not null default 0,
  transferred_out integer not null default 0,
  agent_no_answers integer not null default 0,
  hung_up_by_agent integer not null default 0,
  answered_in_interval integer not null default 0,
  handled_in_interval integer not null default 0,
  outbound_attempts integer not null default 0,
  outbound_reached integer not null default 0,
  outbound_handle_ms bigint not null default 0,
  answered_cum integer[],
  abandoned_cum integer[],
  flowed_out_cum integer[],
  callback_cum integer[],
  primary key (center_id, month, weekday, slot, queue_id, channel, direction)
);
call pult_guard('queue_slot');

-- Agents by half-hours of UTC.
create table agent_interval (
  center_id integer not null,
  agent_id integer not null,
  queue_id integer not null,
  channel text not null,
  direction text not null,
  bucket_at timestamptz not null,
  offered integer not null default 0,
  answered integer not null default 0,
  abandoned integer not null default 0,
  flowed_out integer not null default 0,
  callback_requested integer not null default 0,
  still_open integer not null default 0,
  wait_answered_ms bigint not null default 0,
  wait_answered_s2 double precision not null default 0,
  wait_abandoned_ms bigint not null default 0,
  wait_abandoned_s2 double precision not null default 0,
  wait_flowed_out_ms bigint not null default 0,
  longest_wait_ms bigint not null default 0,
  handled integer not null default 0,
  talk_ms bigint not null default 0,
  hold_ms bigint not null default 0,
  acw_ms bigint not null default 0,
  handle_s2 double precision not null default 0,
  held integer not null default 0,
  transferred_out integer not null default 0,
  agent_no_answers integer not null default 0,
  hung_up_by_agent integer not null default 0,
  answered_in_interval integer not null default 0,
  handled_in_interval integer not null default 0,
  outbound_attempts integer not null default 0,
  outbound_reached integer not null default 0,
  outbound_handle_ms bigint not null default 0,
  answered_cum integer[],
  abandoned_cum integer[],
  flowed_out_cum integer[],
  callback_cum integer[],
  primary key (center_id, bucket_at, agent_id, queue_id, channel, direction)
);
call pult_guard('agent_interval');

-- Agents by days of the centre.
create table agent_day (
  center_id integer not null,
  agent_id integer not null,
  queue_id integer not null,
  channel text not null,
  direction text not null,
  day date not null,
  offered integer not null default 0,
  answered integer not null default 0,
  abandoned integer not null default 0,
  flowed_out integer not null default 0,
  callback_requested integer not null default 0,
  still_open integer not null default 0,
  wait_answered_ms bigint not null default 0,
  wait_answered_s2 double precision not null default 0,
  wait_abandoned_ms bigint not null default 0,
  wait_abandoned_s2 double precision not null default 0,
  wait_flowed_out_ms bigint not null default 0,
  longest_wait_ms bigint not null default 0,
  handled integer not null default 0,
  talk_ms bigint not null default 0,
  hold_ms bigint not null default 0,
  acw_ms bigint not null default 0,
  handle_s2 double precision not null default 0,
  held integer not null default 0,
  transferred_out integer not null default 0,
  agent_no_answers integer not null default 0,
  hung_up_by_agent integer not null default 0,
  answered_in_interval integer not null default 0,
  handled_in_interval integer not null default 0,
  outbound_attempts integer not null default 0,
  outbound_reached integer not null default 0,
  outbound_handle_ms bigint not null default 0,
  answered_cum integer[],
  abandoned_cum integer[],
  flowed_out_cum integer[],
  callback_cum integer[],
  primary key (center_id, day, agent_id, queue_id, channel, direction)
);
call pult_guard('agent_day');

-- Agents' own time by half-hours of UTC.
create table agent_time_interval (
  center_id integer not null,
  agent_id integer not null,
  bucket_at timestamptz not null,
  session_ms bigint not null default 0,
  pause_ms bigint not null default 0,
  unpaid_pause_ms bigint not null default 0,
  training_ms bigint not null default 0,
  off_queue_ms bigint not null default 0,
  ringing_ms bigint not null default 0,
  handling_ms bigint not null default 0,
  contact_ms bigint not null default 0,
  primary key (center_id, bucket_at, agent_id)
);
call pult_guard('agent_time_interval');

-- Agents' own time by days of the centre.
create table agent_time_day (
  center_id integer not null,
  agent_id integer not null,
  day date not null,
  session_ms bigint not null default 0,
  pause_ms bigint not null default 0,
  unpaid_pause_ms bigint not null default 0,
  training_ms bigint not null default 0,
  off_queue_ms bigint not null default 0,
  ringing_ms bigint not null default 0,
  handling_ms bigint not null default 0,
  contact_ms bigint not null default 0,
  primary key (center_id, day, agent_id)
);
call pult_guard('agent_time_day');

-- Bins and their counts, in order, as a ragged cumulative array.
create or replace function pult_cumulative(bins integer[], counts bigint[]) returns integer[]
language plpgsql immutable parallel safe
as $$
declare
  result integer[] := '{}';
  total integer := 0;
  position integer := 0;
begin
  for index in 1 .. coalesce(cardinality(bins), 0) loop
    while position < bins[index] loop
      result := result || total;
      position := position + 1;
    end loop;
    total := total + counts[index];
  end loop;
  return case when total = 0 then null else result end;
end
$$;

-- What people write beside a day or period; shown on every chart.
create table note (
  center_id integer not null references center,
  note_id integer generated by default as identity,
  from_day date not null,
  to_day date not null,
  queue_id integer,
  text text not null check (length(text) between 1 and 2000),
  author_id text not null,
  author_name text not null,
  created_at timestamptz not null default now(),
  primary key (center_id, note_id)
);
call pult_guard('note');

-- A named view: the address of a page, kept under a name.
create table view (
  center_id integer not null references center,
  view_id integer generated by default as identity,
  name text not null check (length(name) between 1 and 200),
  search jsonb not null,
  shared boolean not null default false,
  owner_id text not null,
  owner_name text not null,
  created_at timestamptz not null default now(),
  primary key (center_id, view_id)
);
call pult_guard('view');
