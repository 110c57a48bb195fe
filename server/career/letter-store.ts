import { sql } from 'kysely'

import type { Letter, LetterChange, LetterDraft } from '@pult/contract/career-words'
import type { Resume } from '@pult/engine/career'

import { conflict, notFound, staleOrMissing, type Tx } from '../platform/index.ts'
import type { Person } from './own-person.ts'

const MOST_LETTERS = 50

interface Row {
  readonly letterId: number
  readonly letter: LetterDraft
  readonly version: number
  readonly changedAt: Date
}

const columns = sql`l.letter_id as "letterId", l.letter, l.version, l.changed_at as "changedAt"`

const present = ({ letterId, letter, version, changedAt }: Row): Letter => ({
  ...letter,
  letterId,
  version,
  changedAt: changedAt.toISOString(),
})

/** Letters of a résumé whose owner has been made sure of. */
export async function listLetters(tx: Tx, centerId: number, resumeId: number): Promise<Letter[]> {
  const { rows } = await sql<Row>`
    select ${columns} from career_letter l where center_id = ${centerId} and resume_id = ${resumeId} order by letter_id
  `.execute(tx)
  return rows.map(present)
}

export async function createLetter(tx: Tx, person: Person, resumeId: number, letter: LetterDraft): Promise<number> {
  const { centerId, userId } = person
  const { rows: own } = await sql<{ letters: number }>`
    select (select count(*) from career_letter l where l.center_id = r.center_id and l.resume_id = r.resume_id) as letters
    from career_resume r where center_id = ${centerId} and user_id = ${userId} and resume_id = ${resumeId}
  `.execute(tx)
  if (own[0] === undefined) throw notFound('résumé')
  if (own[0].letters >= MOST_LETTERS)
    throw conflict('tooManyLetters', `A résumé keeps ${MOST_LETTERS} letters at most: delete one first.`)
  const { rows } = await sql<{ id: number }>`
    insert into career_letter (center_id, resume_id, letter) values (${centerId}, ${resumeId}, ${JSON.stringify(letter)}::jsonb)
    returning letter_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

/** Whose letter it is, is whose résumé it stands beside. */
const isOwn = ({ centerId, userId }: Person) => sql`
  l.center_id = ${centerId} and exists (
    select 1 from career_resume r where r.center_id = l.center_id and r.resume_id = l.resume_id and r.user_id = ${userId})`

export async function changeLetter(
  tx: Tx,
  person: Person,
  letterId: number,
  { version, ...letter }: LetterChange,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update career_letter l set letter = ${JSON.stringify(letter)}::jsonb, version = version + 1, changed_at = now()
    where ${isOwn(person)} and letter_id = ${letterId} and version = ${version} returning version
  `.execute(tx)
  if (rows[0] !== undefined) return rows[0].version
  const { rows: there } = await sql`
    select 1 from career_letter l where ${isOwn(person)} and letter_id = ${letterId}`.execute(tx)
  throw staleOrMissing(there.length > 0, 'letter')
}

export async function deleteLetter(tx: Tx, person: Person, letterId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from career_letter l where ${isOwn(person)} and letter_id = ${letterId}`.execute(tx)
  if (numAffectedRows !== 1n) throw notFound('letter')
}

/** An own letter with the résumé whose name and contacts stand on it. */
export async function readLetter(
  tx: Tx,
  person: Person,
  letterId: number,
): Promise<{ readonly letter: Letter; readonly resume: Resume }> {
  const { rows } = await sql<Row & { resume: Resume }>`
    select ${columns}, r.draft -> 'resume' as resume
    from career_letter l join career_resume r on r.center_id = l.center_id and r.resume_id = l.resume_id
    where ${isOwn(person)} and letter_id = ${letterId}
  `.execute(tx)
  const [row] = rows
  if (row === undefined) throw notFound('letter')
  return { letter: present(row), resume: row.resume }
}
