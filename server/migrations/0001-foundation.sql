-- What every later step stands on: who the application is, and how a transaction says which centre it is about.

create or replace function pult_center() returns integer
language sql stable parallel safe
as $$ select nullif(current_setting('pult.center_id', true), '')::integer $$;

create or replace function pult_user() returns text
language sql stable parallel safe
as $$ select nullif(current_setting('pult.user_id', true), '') $$;

-- The second lock: every table of our rooms is closed to everyone but the centre named in the transaction, the owner of
-- the table included (forced). Called once for each table by the step that makes it. Only the parent of a partitioned
-- table is granted: the application cannot reach round it to a partition.
create or replace procedure pult_guard(table_name regclass, privileges text default 'select, insert, update, delete')
language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format(
    'create policy center_only on %s using (center_id = (select pult_center())) with check (center_id = (select pult_center()))',
    table_name);
  execute format('grant %s on %s to pult_app', privileges, table_name);
end
$$;

-- Names sort as people expect (ё after е), whatever the cluster's own locale.
create collation if not exists names (provider = icu, locale = 'ru-u-kn-true');

grant usage on schema public to pult_app;
