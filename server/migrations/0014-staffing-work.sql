-- Room: staffing. Chats and letters beside calls, counting as a job, and a plan's chances.

alter table staffing_rule
  -- Rules of all queues (queue 0) are by kind of work: calls, chats, or letters that may wait.
  add column work text collate "C" not null default 'calls' check (work in ('calls', 'chats', 'deferred')),
  add column contacts_at_once smallint not null default 1 check (contacts_at_once between 1 and 50),
  add column stretch_per_extra double precision not null default 0 check (stretch_per_extra between 0 and 5),
  -- In the queue's opening hours.
  add column deadline_minutes integer check (deadline_minutes > 0),
  drop constraint staffing_rule_pkey,
  add primary key (center_id, queue_id, work);

alter table requirement
  drop constraint requirement_status_check,
  add constraint requirement_status_check check (status in ('waiting', 'making', 'draft', 'published', 'failed')),
  -- 0 to 1.
  add column progress double precision not null default 1,
  add column problem text;

alter table requirement_interval
  -- Items left lying, and how uncertain the rate was taken to be; null where not applicable.
  add column backlog double precision,
  add column rate_shape double precision,
  -- The chance of the interval and the worth of one agent more, as IntervalRisk of the contract.
  add column risk jsonb;

-- Where the service level of a queue's day will lie, and the chance of meeting the target.
create table requirement_day (
  center_id integer not null,
  requirement_id bigint not null,
  queue_id integer not null,
  day date not null,
  mean double precision not null,
  p10 double precision not null,
  p50 double precision not null,
  p90 double precision not null,
  chance double precision not null,
  primary key (center_id, requirement_id, queue_id, day),
  foreign key (center_id, requirement_id) references requirement on delete cascade
);
call pult_guard('requirement_day');
