import type { Problem } from '@pult/contract/route'

export type ProblemValues = Readonly<Record<string, string | number>>

/**
 * An error that a person or script caused and can mend. `code` is stable and is what the web translates; `message` is an
 * English sentence that says what and where; `at` names the place in the request.
 */
export class RequestProblem extends Error {
  readonly status: number
  readonly code: string
  readonly at: string | undefined
  readonly values: ProblemValues | undefined

  constructor(status: number, code: string, message: string, more: { at?: string; values?: ProblemValues } = {}) {
    super(message)
    this.name = 'RequestProblem'
    this.status = status
    this.code = code
    this.at = more.at
    this.values = more.values
  }
}

type More = { at?: string; values?: ProblemValues }

export const invalid = (code: string, message: string, more?: More): RequestProblem =>
  new RequestProblem(400, code, message, more)
export const signInNeeded = (): RequestProblem => new RequestProblem(401, 'signInNeeded', 'Sign in to do this.')
export const forbidden = (what: string): RequestProblem =>
  new RequestProblem(403, 'forbidden', `Your role does not allow this: ${what}.`, { values: { what } })
export const notFound = (what: string): RequestProblem =>
  new RequestProblem(404, 'notFound', `There is no such ${what}${what === 'centre' ? '' : ' in this centre'}.`, {
    values: { what },
  })
export const conflict = (code: string, message: string, more?: More): RequestProblem =>
  new RequestProblem(409, code, message, more)
export const tooLarge = (message: string, more?: More): RequestProblem =>
  new RequestProblem(413, 'tooLarge', message, more)
export const unprocessable = (code: string, message: string, more?: More): RequestProblem =>
  new RequestProblem(422, code, message, more)

/** The reply for a problem (RFC 9457). */
export function problemReply(problem: RequestProblem, requestId: string): Problem {
  return {
    type: `urn:pult:problem:${problem.code}`,
    title: problem.code,
    status: problem.status,
    code: problem.code,
    detail: problem.message,
    ...(problem.at === undefined ? {} : { at: problem.at }),
    ...(problem.values === undefined ? {} : { values: { ...problem.values } }),
    requestId,
  }
}
