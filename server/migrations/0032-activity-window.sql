-- Room: schedule. An activity lies between a minute of its first day and one of its last: over several days the second may be the earlier one.
alter table activity drop constraint activity_check1;
alter table activity add check (to_minute between 1 and 1440);
