-- Room: schedule. Who has read an edition of a roster, and when: the proof that people were told in time.
create table roster_acknowledgement (
  center_id integer not null,
  roster_id bigint not null,
  agent_id integer not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null default now(),
  primary key (center_id, roster_id, agent_id),
  foreign key (center_id, roster_id) references roster on delete cascade,
  foreign key (center_id, agent_id) references agent on delete cascade
);
create index roster_acknowledgement_by_agent on roster_acknowledgement (center_id, agent_id);
call pult_guard('roster_acknowledgement');
