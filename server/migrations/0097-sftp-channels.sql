-- Room: connectors. Files picked up from a folder of another machine.

alter table connector drop constraint connector_kind_check;
alter table connector add constraint connector_kind_check
  check (kind in ('queueLog', 'follow', 'stream', 'webhook', 'ami', 'freeSwitch', 'folder', 'sftp'));

alter table connector_progress
  -- When the folder was looked into last; when somebody asked to look at once.
  add column looked_at timestamptz,
  add column asked_at timestamptz,
  -- The name of the file that was taken last.
  add column last_file text;
