-- Room: center. What a centre's measures mean: versions of its own, never changed. Which of them held on a day can be asked as it was known at any moment.
create table own_definition (
  center_id integer not null references center,
  measure_id text not null,
  version integer not null check (version > 0),
  parameters jsonb not null,
  valid_from date not null,
  reason text not null check (length(reason) between 1 and 1000),
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null default now(),
  -- Taken back before it held; its number is never given again.
  withdrawn_by text,
  withdrawn_by_name text,
  withdrawn_at timestamptz,
  primary key (center_id, measure_id, version)
);
call pult_guard('own_definition', 'select, insert, update');
