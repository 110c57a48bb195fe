-- Room: staffing. Availability as the log shows it, what a short abandon is, and shrinkage by weekday and hour.

alter table staffing_rule
  -- Whether availability is learnt by hour from the log; where it does not tell, the number holds.
  add column availability_learnt boolean not null default true,
  add column short_seconds double precision not null default 5 check (short_seconds >= 0),
  alter column rule set default 'neutral';

-- Whoever gave a number meant it.
alter table staffing_rule no force row level security;
update staffing_rule set availability_learnt = false where availability < 1;
alter table staffing_rule force row level security;

alter table shrinkage
  -- Hours of the week in which another share holds: [{weekday, hour, share}].
  add column hours jsonb not null default '[]';
