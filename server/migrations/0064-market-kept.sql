-- Room: market. What its pages read is kept with the snapshot, so that two hundred thousand vacancies answer as fast as two hundred.

-- The vacancies of a specialisation's latest snapshot, one that two sources show once: as much of them as lists are ordered and sought by.
-- Made anew with every snapshot; who reads it joins the vacancies themselves, so that one that was forgotten meanwhile is in no list.
create table market_listing (
  center_id integer not null references center,
  specialisation_id bigint not null,
  vacancy_id bigint not null,
  -- '-infinity' where the source does not tell.
  published_at timestamptz not null,
  -- Title, employer and city as they are sought: small letters, е for ё.
  words text collate "C" not null,
  primary key (center_id, specialisation_id, vacancy_id),
  foreign key (center_id, specialisation_id) references market_specialisation (center_id, specialisation_id) on delete cascade
);
call pult_guard('market_listing');
create index market_listing_newest on market_listing (center_id, specialisation_id, published_at desc, vacancy_id desc);

-- Pay of the vacancies active at a snapshot. Where it is missing, it is counted when somebody asks.
create table market_pay (
  center_id integer not null references center,
  snapshot_id bigint not null,
  -- The overview without the snapshot itself: see PayReply.
  overview jsonb not null,
  -- How many vacancies pay so much: [{pay, vacancies}].
  points jsonb not null,
  primary key (center_id, snapshot_id),
  foreign key (center_id, snapshot_id) references market_snapshot (center_id, snapshot_id) on delete cascade
);
call pult_guard('market_pay');

-- Snapshots that are there already are listed now; their pay is counted when it is first asked for, and kept with the next snapshot.
alter table market_listing no force row level security;
alter table market_snapshot no force row level security;
alter table market_snapshot_vacancy no force row level security;
alter table market_vacancy no force row level security;
insert into market_listing (center_id, specialisation_id, vacancy_id, published_at, words)
select distinct l.center_id, l.specialisation_id, v.vacancy_id, coalesce(v.published_at, '-infinity'),
  translate(lower(concat_ws(' ', v.title, v.employer, v.city)), 'ё', 'е')
from (select distinct on (center_id, specialisation_id) center_id, specialisation_id, snapshot_id from market_snapshot
    where status = 'done' order by center_id, specialisation_id, taken_on desc, snapshot_id desc) l
  join market_snapshot_vacancy s on s.center_id = l.center_id and s.snapshot_id = l.snapshot_id
  join market_vacancy o on o.center_id = s.center_id and o.vacancy_id = s.vacancy_id
  join market_vacancy v on v.center_id = o.center_id and v.vacancy_id = coalesce(o.same_as, o.vacancy_id);
alter table market_vacancy force row level security;
alter table market_snapshot_vacancy force row level security;
alter table market_snapshot force row level security;
alter table market_listing force row level security;
