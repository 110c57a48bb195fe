-- Room: simulation, for staffing. Searches kept until now had one service level for all queues: said of each, as it is from now on.

alter table skill_need no force row level security;
update skill_need set result = jsonb_set(result, '{queues}', coalesce((
  select jsonb_agg(jsonb_build_object(
    'queueId', queue -> 'queueId',
    'offered', (select coalesce(jsonb_agg(cell -> 'offered'), '[]') from jsonb_array_elements(queue -> 'cells') cell),
    'target', jsonb_build_object(
      'targetLevel', draft -> 'targetLevel', 'withinSeconds', draft -> 'withinSeconds', 'rule', draft -> 'rule',
      'shortSeconds', coalesce(draft -> 'shortSeconds', '5'), 'maxAsaSeconds', null, 'maxAbandonment', null, 'maxOccupancy', null),
    'parts', jsonb_build_array(jsonb_build_object(
      'part', 'serviceLevel', 'wanted', draft -> 'targetLevel',
      'cells', (select coalesce(jsonb_agg(cell - 'offered'), '[]') from jsonb_array_elements(queue -> 'cells') cell)))))
  from jsonb_array_elements(result -> 'queues') queue), '[]'))
where result is not null;
alter table skill_need force row level security;
