-- Room: measures. Who came again within the window, by the day of the first contact: a year of it is asked of the facts in many seconds.

create table recall_day (
  center_id integer not null references center,
  day date not null,
  -- 0: without a queue.
  queue_id integer not null,
  channel text collate "C" not null,
  matters integer not null,
  matters_of_one_contact integer not null,
  identified_lost integer not null,
  lost_came_again integer not null,
  primary key (center_id, day, queue_id, channel)
);
call pult_guard('recall_day');

-- Days whose rows stand, and within which windows contacts were taken together. A day that is not here is asked of the facts: nobody has
-- counted it yet, its windows are still open, or facts around it have changed.
create table recall_known (
  center_id integer not null references center,
  day date not null,
  recall_hours integer not null,
  retry_hours integer not null,
  primary key (center_id, day)
);
call pult_guard('recall_known');
