-- Room: access. Codes of an app that have let somebody in: none does so twice while it would still be good.
create table auth.used_code (
  user_id text not null,
  code text not null,
  used_at timestamptz not null default now(),
  primary key (user_id, code)
);
