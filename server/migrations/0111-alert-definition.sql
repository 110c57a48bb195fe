-- Room: alerts. By which version of a measure's definition an alert was judged.

-- Null of what is no measure, and of alerts that were raised before this was noted.
alter table alert add column definition text collate "C";
