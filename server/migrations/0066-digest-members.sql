-- Room: market. A digest goes to members of the centre too, at the address each has today; whoever leaves the centre leaves the list.

create table market_digest_member (
  center_id integer not null references center,
  digest_id bigint not null,
  user_id text not null,
  primary key (center_id, digest_id, user_id),
  foreign key (center_id, digest_id) references market_digest (center_id, digest_id) on delete cascade,
  foreign key (center_id, user_id) references membership (center_id, user_id) on delete cascade
);
call pult_guard('market_digest_member');
create index market_digest_member_by_user on market_digest_member (center_id, user_id);
