-- Room: people. Which queues' contacts agents with a skill take.

create table skill_queue (
  center_id integer not null references center,
  skill_id integer not null,
  queue_id integer not null,
  primary key (center_id, skill_id, queue_id),
  foreign key (center_id, skill_id) references skill (center_id, skill_id) on delete cascade,
  foreign key (center_id, queue_id) references queue (center_id, queue_id) on delete cascade
);
create index skill_queue_by_queue on skill_queue (center_id, queue_id);
call pult_guard('skill_queue');
