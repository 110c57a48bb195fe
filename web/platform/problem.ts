import type { Problem } from '@pult/contract/route'

/** A refusal of the server (RFC 9457), or of the network: codes `offline`, `starting` and `cancelled` are made here. */
export class ApiProblem extends Error {
  readonly code: string
  readonly status: number
  /** The English sentence of the server. */
  readonly detail: string
  /** Where in the request: `body.contacts.3.offeredAt`. */
  readonly at: string | undefined
  readonly values: Readonly<Record<string, string | number>>
  readonly requestId: string | undefined

  constructor(problem: Partial<Problem> & { code: string; status: number }) {
    super(problem.detail ?? problem.title ?? problem.code)
    this.name = 'ApiProblem'
    this.code = problem.code
    this.status = problem.status
    this.detail = problem.detail ?? ''
    this.at = problem.at
    this.values = problem.values ?? {}
    this.requestId = problem.requestId
  }
}

const PASSING: ReadonlySet<string> = new Set(['offline', 'starting', 'databaseAway'])

/** Whether asking again later, unchanged, may succeed. */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiProblem && PASSING.has(error.code)
}

/** The problem in a reply that is not a success. */
export function problemOf(status: number, body: unknown): ApiProblem {
  if (typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string') {
    return new ApiProblem({ ...(body as Partial<Problem>), code: body.code, status })
  }
  return new ApiProblem({ code: status === 503 ? 'starting' : 'internal', status, detail: '' })
}
