-- Room: access. In which roles a second factor is needed to open a centre.

create table security_policy (
  center_id integer not null references center,
  second_factor_roles text[] not null default '{}'
    check (second_factor_roles <@ array['administrator', 'head', 'planner', 'supervisor', 'analyst', 'hr', 'agent']),
  primary key (center_id)
);
call pult_guard('security_policy');
-- A person is told which of her centres ask for one before she chooses a centre.
create policy policy_of_member on security_policy for select
  using (center_id in (select m.center_id from membership m where m.user_id = (select pult_user())));
