import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

const Day = PlainDate
const Period = z
  .object({
    from: Day,
    /** The first day that no longer belongs to it. */
    to: Day,
  })
  .strict()
const Words = z.object({ ru: z.string().max(500), en: z.string().max(500) })
const units = ['contacts', 'fraction', 'seconds', 'times'] as const

/** Two periods of the own centre, the former told too: a change without what it is compared with says nothing. */
export const ResultQuestion = z
  .object({
    period: Period,
    before: Period,
    /** Empty: the whole centre. */
    queueIds: z.array(Id).max(200).default([]),
  })
  .strict()
export type ResultQuestion = z.infer<typeof ResultQuestion>
export type ResultQuestionInput = z.input<typeof ResultQuestion>

export const changeVerdicts = ['better', 'worse', 'noise', 'neutral', 'unjudged', 'missing'] as const

const Side = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** How many contacts, or how much time, the value stands on. */
  counted: z.number(),
})

export const ResultCandidate = z.object({
  /** `averageHandlingTime@1`. */
  measure: z.string(),
  name: Words,
  unit: z.enum(units),
  now: Side,
  before: Side,
  /** Of shares in points, of everything else relative; null where there is nothing to compare. */
  change: z.number().nullable(),
  /** Only `better` can be signed as a result; `neutral` as a scale of work. */
  verdict: z.enum(changeVerdicts),
})
export type ResultCandidate = z.infer<typeof ResultCandidate>

export const CandidatesReply = z.object({
  candidates: z.array(ResultCandidate),
  queues: z.array(z.string()),
  /** Hours of the periods whose figures are still behind the facts; nothing is signed before they are computed. */
  hoursDue: z.number(),
  /** Parts of the days of both periods that have contacts. Where they are unlike, the periods are not compared: nothing is signed. */
  cover: z.object({
    period: z.number(),
    before: z.number(),
    isAlike: z.boolean(),
    /** The first day that has contacts at all: nothing before it can be compared with. */
    firstDay: Day.nullable(),
  }),
})
export type CandidatesReply = z.infer<typeof CandidatesReply>

export const ResultToSign = ResultQuestion.extend({
  measure: z.string().min(1).max(100),
  /** What the person discloses beside the change and its periods. */
  showValues: z.boolean(),
  showQueues: z.boolean(),
}).strict()
export type ResultToSign = z.infer<typeof ResultToSign>
export type ResultToSignInput = z.input<typeof ResultToSign>

/** What the server has signed: nothing that the person did not disclose. */
export const SignedStatement = z
  .object({
    format: z.literal(1),
    resultId: z.string().max(40),
    centerId: z.number().int(),
    /** Definition and version. */
    measure: z.string().max(100),
    name: Words,
    unit: z.enum(units),
    change: z.number(),
    values: z.object({ now: z.number(), before: z.number() }).nullable(),
    queues: z.array(z.string().max(500)).max(200).nullable(),
    period: Period,
    before: Period,
    signedAt: z.iso.datetime(),
    /** Seals what it was computed from, which stays in the centre. */
    basisSeal: z.string().max(100),
  })
  .strict()
export type SignedStatement = z.infer<typeof SignedStatement>

export const VerifiedResult = z.object({
  resultId: z.string(),
  statement: SignedStatement,
  signature: z.string(),
  text: Words,
})
export type VerifiedResult = z.infer<typeof VerifiedResult>

export const StatementToCheck = z.object({ statement: SignedStatement, signature: z.string().max(100) }).strict()
export type StatementToCheck = z.infer<typeof StatementToCheck>

/**
 * - `holds`: signed here, and the data say the same today · `changed`: signed here, the data say otherwise now
 * - `withdrawn`: signed here, and its owner has deleted it · `forged`: not signed here, or altered since
 */
export const statementStates = ['holds', 'changed', 'withdrawn', 'forged'] as const
export const CheckReply = z.object({
  state: z.enum(statementStates),
  /** The change as the data have it today; null where it was not computed. */
  change: z.number().nullable(),
})
export type CheckReply = z.infer<typeof CheckReply>

const OfResult = CenterParams.extend({ resultId: z.string().min(1).max(100) })
type OfResult = z.infer<typeof OfResult>
type None = Record<string, never>

export interface CareerResultRoutes {
  readonly findResults: Route<CenterParams, None, ResultQuestion, CandidatesReply>
  readonly signResult: Route<CenterParams, None, ResultToSign, VerifiedResult>
  readonly listResults: Route<CenterParams, None, None, { results: VerifiedResult[] }>
  readonly deleteResult: Route<OfResult, None, None, Done>
  readonly checkStatement: Route<CenterParams, None, StatementToCheck, CheckReply>
}

export const careerResultRoutes: CareerResultRoutes = {
  findResults: route('POST', '/centers/:centerId/career/results/find', {
    summary:
      'How every measure changed from one period to another, judged together: which are results, which are noise.',
    may: 'exportMeasures',
    params: CenterParams,
    body: ResultQuestion,
    reply: CandidatesReply,
  }),
  signResult: route('POST', '/centers/:centerId/career/results', {
    summary:
      'Signs one result, with no more in it than the person discloses. Noise and changes for the worse are refused.',
    may: 'exportMeasures',
    params: CenterParams,
    body: ResultToSign,
    reply: VerifiedResult,
  }),
  listResults: route('GET', '/centers/:centerId/career/results', {
    summary: 'Own signed results.',
    may: 'writeResume',
    params: CenterParams,
    reply: z.object({ results: z.array(VerifiedResult) }),
  }),
  deleteResult: route('DELETE', '/centers/:centerId/career/results/:resultId', {
    summary: 'Withdraws an own signed result.',
    may: 'writeResume',
    params: OfResult,
    reply: Done,
  }),
  checkStatement: route('POST', '/centers/:centerId/career/results/check', {
    summary: 'Whether a statement was signed here and its numbers still hold.',
    may: 'exportMeasures',
    params: CenterParams,
    body: StatementToCheck,
    reply: CheckReply,
  }),
}
