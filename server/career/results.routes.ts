import { randomBytes } from 'node:crypto'

import { career } from '@pult/contract/career'
import type { CheckReply, ResultToSign, SignedStatement, StatementToCheck } from '@pult/contract/career-results'

import { conflict, notFound, unprocessable, type Caller, type Platform, type Tx } from '../platform/index.ts'
import { changeNow, findChanges } from './measure-changes.ts'
import { personOf } from './own-person.ts'
import { deleteResult, keepResult, listResults, presentResult, readBasis, type ResultBasis } from './result-store.ts'
import type { Seal } from './seal.ts'

/** When it is: the instant, and the day of the caller's centre. */
export type ClockOf = (tx: Tx, centerId: number) => Promise<{ readonly now: number; readonly today: string }>

/** Serves results that the centre's own data prove. */
export function serveResults({ http }: Pick<Platform, 'http'>, seal: Seal, clockOf: ClockOf): void {
  http.serve(career.findResults, ({ caller, body, readCenter }) =>
    readCenter(async (tx) => findChanges(tx, caller, body, await clockOf(tx, caller.centerId))),
  )
  http.serve(career.signResult, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const person = personOf(caller)
      const signed = await signResult(tx, caller, body, { seal, clock: await clockOf(tx, caller.centerId) })
      await keepResult(tx, person, signed)
      const { resultId, measure } = signed.statement
      await audit(tx, { act: 'career.result.sign', subject: `result ${resultId}`, detail: { measure } })
      return presentResult(signed)
    }),
  )
  http.serve(career.listResults, ({ caller, readCenter }) =>
    readCenter(async (tx) => ({ results: await listResults(tx, personOf(caller)) })),
  )
  http.serve(career.deleteResult, ({ caller, params: { resultId }, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteResult(tx, personOf(caller), resultId)
      await audit(tx, { act: 'career.result.withdraw', subject: `result ${resultId}` })
      return { done: true } as const
    }),
  )
  http.serve(career.checkStatement, ({ caller, body, readCenter }) =>
    readCenter(async (tx) => checkStatement(tx, caller, body, { seal, clock: await clockOf(tx, caller.centerId) })),
  )
}

interface SigningWith {
  readonly seal: Seal
  readonly clock: { readonly now: number; readonly today: string }
}

interface Signed {
  readonly statement: SignedStatement
  readonly signature: string
  readonly basis: ResultBasis
}

async function signResult(tx: Tx, caller: Caller, asked: ResultToSign, { seal, clock }: SigningWith): Promise<Signed> {
  const { measure, showValues, showQueues, period, before, queueIds } = asked
  const { candidates, queues, hoursDue, cover } = await findChanges(tx, caller, { period, before, queueIds }, clock)
  const found = candidates.find((candidate) => candidate.measure === measure)
  if (found === undefined) throw notFound('measure')
  if (hoursDue > 0)
    throw conflict(
      'figuresBehind',
      'Figures of the period are still being computed from newer facts. Sign when they are there.',
    )
  if (!cover.isAlike)
    throw unprocessable('coverUnlike', 'The two periods are not covered by data alike, so they are not compared.')
  const { value: now } = found.now
  const { value: was } = found.before
  const { verdict, change } = found
  if (verdict !== 'better' && verdict !== 'neutral')
    throw unprocessable(refusals[verdict].code, `${measure}: ${refusals[verdict].why}`)
  if (now === null || was === null || change === null)
    throw unprocessable(refusals.missing.code, `${measure}: ${refusals.missing.why}`)
  const counted = { now: found.now.counted, before: found.before.counted }
  const basis: ResultBasis = { measure, period, before, queueIds, now, was, counted }
  const statement: SignedStatement = {
    format: 1,
    resultId: randomBytes(15).toString('base64url'),
    centerId: caller.centerId,
    measure,
    name: found.name,
    unit: found.unit,
    change,
    values: showValues ? { now, before: was } : null,
    queues: showQueues && queues.length > 0 ? queues : null,
    period,
    before,
    signedAt: new Date(clock.now).toISOString(),
    basisSeal: seal.sign(basis),
  }
  return { statement, signature: seal.sign(statement), basis }
}

const refusals = {
  noise: { code: 'resultIsNoise', why: 'chance alone explains the change, so it is no result.' },
  worse: { code: 'resultIsWorse', why: 'it changed for the worse.' },
  unjudged: {
    code: 'resultUnjudged',
    why: 'it has no interval, so nobody knows whether the change is more than chance.',
  },
  missing: { code: 'resultMissing', why: 'it has no value in one of the periods.' },
} as const

/** Beyond what late facts move, and below what a résumé prints: half of the last printed decimal of a percentage. */
const SAME_WITHIN = 0.0005

/** Whether a statement was signed here, and whether the data still say it. */
async function checkStatement(
  tx: Tx,
  caller: Caller,
  { statement, signature }: StatementToCheck,
  { seal, clock }: SigningWith,
): Promise<CheckReply> {
  if (statement.centerId !== caller.centerId || !seal.isSignedBy(statement, signature))
    return { state: 'forged', change: null }
  const basis = await readBasis(tx, caller.centerId, statement.resultId)
  if (basis === null) return { state: 'withdrawn', change: null }
  if (!seal.isSignedBy(basis, statement.basisSeal)) return { state: 'forged', change: null }
  const { period, before } = basis
  const question = { period, before, queueIds: [...basis.queueIds] }
  const change = await changeNow(tx, caller, question, { measure: basis.measure, now: clock.now })
  const holds = change !== null && Math.abs(change - statement.change) <= SAME_WITHIN
  return { state: holds ? 'holds' : 'changed', change }
}
