-- Room: connectors. Signatures of requests that were taken lately: what is sent again by somebody who listened is not taken again.

create table connector_signature (
  center_id integer not null,
  connector_id bigint not null,
  signature text collate "C" not null,
  taken_at timestamptz not null default now(),
  primary key (center_id, connector_id, signature),
  foreign key (center_id, connector_id) references connector (center_id, connector_id) on delete cascade
);
call pult_guard('connector_signature');
