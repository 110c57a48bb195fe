import { sql } from 'kysely'

import type { SignedStatement, VerifiedResult } from '@pult/contract/career-results'
import type { ResumeDraft } from '@pult/contract/career-words'
import { statementText, type ResumeJob, type ResumeLine } from '@pult/engine/career'

import { conflict, notFound, type Tx } from '../platform/index.ts'
import type { Person } from './own-person.ts'

/** What a signed result was computed from, all of it. */
export interface ResultBasis {
  readonly measure: string
  readonly period: { readonly from: string; readonly to: string }
  readonly before: { readonly from: string; readonly to: string }
  readonly queueIds: readonly number[]
  readonly now: number
  readonly was: number
  readonly counted: { readonly now: number; readonly before: number }
}

interface Row {
  readonly statement: SignedStatement
  readonly signature: string
}

const MOST_RESULTS = 200

export const presentResult = ({ statement, signature }: Row): VerifiedResult => ({
  resultId: statement.resultId,
  statement,
  signature,
  text: { ru: statementText(statement, 'ru'), en: statementText(statement, 'en') },
})

export async function listResults(tx: Tx, { centerId, userId }: Person): Promise<VerifiedResult[]> {
  const { rows } = await sql<Row>`
    select statement, signature from career_result where center_id = ${centerId} and user_id = ${userId} order by made_at, result_id
  `.execute(tx)
  return rows.map(presentResult)
}

export async function keepResult(
  tx: Tx,
  person: Person,
  { statement, signature, basis }: Row & { readonly basis: ResultBasis },
): Promise<void> {
  const { centerId, userId } = person
  const own = await listResults(tx, person)
  if (own.length >= MOST_RESULTS)
    throw conflict('tooManyResults', `A person keeps ${MOST_RESULTS} signed results at most: withdraw one first.`)
  await sql`
    insert into career_result (center_id, result_id, user_id, statement, signature, basis)
    values (${centerId}, ${statement.resultId}, ${userId}, ${JSON.stringify(statement)}::jsonb, ${signature}, ${JSON.stringify(basis)}::jsonb)
  `.execute(tx)
}

export async function deleteResult(tx: Tx, { centerId, userId }: Person, resultId: string): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from career_result where center_id = ${centerId} and user_id = ${userId} and result_id = ${resultId}
  `.execute(tx)
  if (numAffectedRows !== 1n) throw notFound('result')
}

/** What a result was computed from, whoever's it is; null when it was withdrawn. */
export async function readBasis(tx: Tx, centerId: number, resultId: string): Promise<ResultBasis | null> {
  const { rows } = await sql<{ basis: ResultBasis }>`
    select basis from career_result where center_id = ${centerId} and result_id = ${resultId}`.execute(tx)
  return rows[0]?.basis ?? null
}

/** The draft in which a line is marked as verified only where it says what the person's own signed result says, word for word. */
export async function withHonestMarks(tx: Tx, person: Person, draft: ResumeDraft): Promise<ResumeDraft> {
  const isMarked = draft.resume.experience.some(({ results }) => results.some(isVerified))
  if (!isMarked) return draft
  const own = await listResults(tx, person)
  const textsById = new Map(own.map(({ resultId, text }) => [resultId, new Set([text.ru, text.en])]))
  const honestLine = (line: ResumeLine): ResumeLine =>
    isVerified(line) && textsById.get(line.verifiedResultId ?? '')?.has(line.text) === true
      ? line
      : { ...line, verifiedResultId: null }
  const honestJob = (job: ResumeJob): ResumeJob => ({ ...job, results: job.results.map(honestLine) })
  return { ...draft, resume: { ...draft.resume, experience: draft.resume.experience.map(honestJob) } }
}

const isVerified = ({ verifiedResultId }: ResumeLine): boolean => verifiedResultId !== null
