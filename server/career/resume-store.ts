import { sql } from 'kysely'

import type { ResumeReply } from '@pult/contract/career'
import type { ResumeDraft, ResumeSummary } from '@pult/contract/career-words'
import { resumeDone, resumeProgress } from '@pult/engine/career'

import { conflict, notFound, staleOrMissing, type Tx } from '../platform/index.ts'
import { listLetters } from './letter-store.ts'
import type { Person } from './own-person.ts'
import { withHonestMarks } from './result-store.ts'

const MOST_RESUMES = 20

interface Row {
  readonly resumeId: number
  readonly draft: ResumeDraft
  readonly version: number
  readonly changedAt: Date
}

const columns = sql`resume_id as "resumeId", draft, version, changed_at as "changedAt"`

/** Own résumés, the last changed first. `month` is the present one. */
export async function listResumes(tx: Tx, { centerId, userId }: Person, month: string): Promise<ResumeSummary[]> {
  const { rows } = await sql<Row>`
    select ${columns} from career_resume where center_id = ${centerId} and user_id = ${userId} order by changed_at desc
  `.execute(tx)
  return rows.map(({ resumeId, draft: { resume }, version, changedAt }) => ({
    resumeId,
    desiredPosition: resume.desiredPosition,
    position: resume.position,
    language: resume.language,
    done: resumeDone(resumeProgress(resume, month)),
    changedAt: changedAt.toISOString(),
    version,
  }))
}

export async function createResume(tx: Tx, person: Person, draft: ResumeDraft): Promise<number> {
  const { centerId, userId } = person
  const { rows: there } = await sql<{ count: number }>`
    select count(*) as count from career_resume where center_id = ${centerId} and user_id = ${userId}`.execute(tx)
  if ((there[0]?.count ?? 0) >= MOST_RESUMES)
    throw conflict('tooManyResumes', `A person keeps ${MOST_RESUMES} résumés at most: delete one first.`)
  const honest = await withHonestMarks(tx, person, draft)
  const { rows } = await sql<{ id: number }>`
    insert into career_resume (center_id, user_id, draft) values (${centerId}, ${userId}, ${JSON.stringify(honest)}::jsonb)
    returning resume_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

/** An own résumé; another person's does not exist. */
export async function readResume(tx: Tx, person: Person, resumeId: number): Promise<ResumeReply> {
  const { centerId, userId } = person
  const { rows } = await sql<Row>`
    select ${columns} from career_resume where center_id = ${centerId} and user_id = ${userId} and resume_id = ${resumeId}
  `.execute(tx)
  const [row] = rows
  if (row === undefined) throw notFound('résumé')
  // A result that was withdrawn since proves nothing any more.
  const draft = await withHonestMarks(tx, person, row.draft)
  const letters = await listLetters(tx, centerId, resumeId)
  return { ...row, draft, changedAt: row.changedAt.toISOString(), letters }
}

export async function changeResume(
  tx: Tx,
  person: Person,
  resumeId: number,
  { draft, version }: { readonly draft: ResumeDraft; readonly version: number },
): Promise<number> {
  const { centerId, userId } = person
  const honest = await withHonestMarks(tx, person, draft)
  const { rows } = await sql<{ version: number }>`
    update career_resume set draft = ${JSON.stringify(honest)}::jsonb, version = version + 1, changed_at = now()
    where center_id = ${centerId} and user_id = ${userId} and resume_id = ${resumeId} and version = ${version}
    returning version
  `.execute(tx)
  if (rows[0] !== undefined) return rows[0].version
  const { rows: there } = await sql`
    select 1 from career_resume where center_id = ${centerId} and user_id = ${userId} and resume_id = ${resumeId}
  `.execute(tx)
  throw staleOrMissing(there.length > 0, 'résumé')
}

export async function deleteResume(tx: Tx, { centerId, userId }: Person, resumeId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from career_resume where center_id = ${centerId} and user_id = ${userId} and resume_id = ${resumeId}
  `.execute(tx)
  if (numAffectedRows !== 1n) throw notFound('résumé')
}

/** Everything of one person, for herself to take along. */
export async function readAll(tx: Tx, person: Person): Promise<{ resumes: ResumeReply[] }> {
  const { centerId, userId } = person
  const { rows } = await sql<{ resumeId: number }>`
    select resume_id as "resumeId" from career_resume where center_id = ${centerId} and user_id = ${userId} order by resume_id
  `.execute(tx)
  const resumes: ResumeReply[] = []
  for (const { resumeId } of rows) resumes.push(await readResume(tx, person, resumeId))
  return { resumes }
}

/** Deletes all that is kept of one person; letters go with their résumés. */
export async function deleteAll(tx: Tx, { centerId, userId }: Person): Promise<void> {
  await sql`delete from career_resume where center_id = ${centerId} and user_id = ${userId}`.execute(tx)
  await sql`delete from career_result where center_id = ${centerId} and user_id = ${userId}`.execute(tx)
}
