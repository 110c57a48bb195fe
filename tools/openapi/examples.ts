import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One call as it was really made: what was sent and what came back. */
export interface Example {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly reply?: unknown
}

export const EXAMPLES = join(import.meta.dirname, 'examples.json')

/** Written by server/api-examples.test.ts from calls to a real server. */
const examples: Readonly<Record<string, Example>> = existsSync(EXAMPLES)
  ? (JSON.parse(readFileSync(EXAMPLES, 'utf8')) as Record<string, Example>)
  : {}

export const exampleOf = (operationId: string): Example | undefined => examples[operationId]
