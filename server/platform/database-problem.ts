import { passingTrouble, type PassingTrouble } from './passing-trouble.ts'
import { conflict, invalid, RequestProblem } from './problem.ts'

const passing: Readonly<Record<PassingTrouble, RequestProblem>> = {
  databaseAway: new RequestProblem(
    503,
    'databaseAway',
    'The database does not answer at the moment. Pult goes on by itself when it is back: send the request again then.',
  ),
  diskFull: new RequestProblem(
    507,
    'diskFull',
    'There is no room left on the disk of the server. Nothing of this request was kept; make room and send it again.',
  ),
}

interface DatabaseError {
  readonly code?: string
  readonly message?: string
  readonly table?: string
  readonly constraint?: string
}

/**
 * What a person did when PostgreSQL refused her request, told by its error code: the last door behind the rooms' own checks, and the
 * only one that two requests at once cannot slip past; or that it is away. Null for an error that is nobody's but ours.
 */
export function databaseProblem(error: unknown): RequestProblem | null {
  const trouble = passingTrouble(error)
  if (trouble !== null) return passing[trouble]
  const { code, message, table, constraint } = error as DatabaseError
  // No zero bytes in text, nor in JSON.
  if (code === '22021' || code === '22P05')
    return invalid('zeroByte', 'A text in the request holds a zero byte. Leave it out.')
  if (code === '22P02' && message?.includes('type json') === true)
    return invalid('halfLetter', 'A text in the request holds half of a letter (a lone surrogate). Leave it out.')
  if (code === '22003') return invalid('numberTooLarge', 'A number in the request is larger than Pult keeps.')
  if (code !== '23503') return null
  if (message?.startsWith('update or delete') === true)
    return conflict('inUse', 'Other things in this centre still need this. Take them away first.')
  const what = referred(table, constraint)
  return new RequestProblem(404, 'notFound', `There is no such ${what} in this centre.`, { values: { what } })
}

/** `membership_center_id_agent_id_fkey` speaks of an agent. */
function referred(table = '', constraint = ''): string {
  const columns = constraint.replace(`${table}_center_id_`, '').replace(/_fkey\d*$/, '')
  return columns.endsWith('_id') ? columns.slice(0, -'_id'.length).replaceAll('_', ' ') : 'thing'
}
