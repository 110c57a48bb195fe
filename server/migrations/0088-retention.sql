-- Room: privacy. How long each kind of data is kept; a kind without a row is kept.

create table retention_period (
  center_id integer not null references center,
  kind text collate "C" not null,
  days integer not null check (days between 30 and 36500),
  changed_by_name text not null,
  changed_at timestamptz not null default now(),
  -- When what is over was last removed.
  looked_at timestamptz,
  primary key (center_id, kind)
);
call pult_guard('retention_period');
