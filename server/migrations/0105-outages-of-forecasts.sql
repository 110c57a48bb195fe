-- Zeros that a queue's forecast took for outages and did not learn from: stretches of time, the last ones.
alter table forecast_queue add column outages jsonb not null default '[]';
