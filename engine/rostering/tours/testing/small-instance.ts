/** An instance as text, for tests: a day, two tasks, two people, task 1 wanted in the morning; parts of it can be others. */
export function smallInstance(
  part: {
    readonly days?: number | string
    readonly tasks?: number
    readonly staff?: readonly string[]
    readonly cover?: readonly string[]
  } = {},
): string {
  const {
    days = 1,
    tasks = 2,
    staff = ['1,360,600', 'B,0,600'],
    cover = ['1,06:00-12:00,1,1,1', '1,06:00-06:15,2,0,1'],
  } = part
  return [
    'SECTION_HORIZON',
    days,
    'SECTION_TASKS',
    tasks,
    'SECTION_STAFF',
    ...staff,
    'SECTION_COVER',
    '# Day, Time, TaskID, Min, Max',
    ...cover,
    '',
  ].join('\n')
}
