-- Room: access. The audit log as a chain: each line carries a hash of itself and of the line before it, so that a line that is changed, left
-- out or slipped in shows. The application may read the chain and nothing else; the database itself writes it.

create table audit_chain (
  center_id integer not null references center,
  position bigint not null,
  audit_id bigint not null,
  hash bytea not null,
  primary key (center_id, position),
  unique (center_id, audit_id)
);
call pult_guard('audit_chain', 'select');

-- Marks that the server sets with a key of the data folder: who has the database alone can make a new chain, but not its marks.
create table audit_mark (
  center_id integer not null references center,
  position bigint not null,
  -- Which key, without telling it: a backup may live on under another.
  key_id text not null,
  mac bytea not null,
  at timestamptz not null default now(),
  primary key (center_id, position, key_id)
);
call pult_guard('audit_mark', 'select, insert');

create function audit_hash(former bytea, line audit) returns bytea
language sql stable
as $$
  select sha256(coalesce(former, ''::bytea) || convert_to(jsonb_build_array(
    line.center_id, line.audit_id, (extract(epoch from line.at) * 1000000)::bigint,
    line.user_id, line.user_name, line.kind, line.act, line.subject, line.detail)::text, 'UTF8'))
$$;

create function chain_audit(line audit) returns void
language plpgsql
as $$
declare
  former record;
begin
  if exists (select 1 from audit_chain where center_id = line.center_id and audit_id = line.audit_id) then return; end if;
  select position, hash into former from audit_chain where center_id = line.center_id order by position desc limit 1;
  insert into audit_chain (center_id, position, audit_id, hash)
  values (line.center_id, coalesce(former.position, 0) + 1, line.audit_id, audit_hash(former.hash, line));
end
$$;
revoke execute on function chain_audit(audit) from public;

-- At the end of the act's transaction, so that acts of a centre wait for each other only while they commit.
create function chain_new_audit() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(7700020, new.center_id);
  perform chain_audit(new);
  return null;
end
$$;

-- What stands in the log already is chained as it is now.
do $$
declare
  line audit;
begin
  for line in select * from audit order by center_id, audit_id loop
    perform set_config('pult.center_id', line.center_id::text, true);
    perform chain_audit(line);
  end loop;
  perform set_config('pult.center_id', '', true);
end
$$;

create constraint trigger chain_audit after insert on audit
  deferrable initially deferred for each row execute function chain_new_audit();
