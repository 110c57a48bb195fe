-- Room: access. Failed sign-ins by account and the network they come from: beside the people, in the sign-in library's schema. The account is
-- a hash of the address that was typed, so that names nobody has are counted alike and no list of addresses comes to be.
create table auth.guess (
  account bytea not null,
  network text not null,
  failures integer not null,
  last_at timestamptz not null default now(),
  -- When somebody signed in to the account from there.
  known_at timestamptz,
  primary key (account, network)
);
create index guess_by_time on auth.guess (last_at);
