import type { z } from 'zod'

import type { ProblemValues } from './problem.ts'

/**
 * What is wrong with a value of a request, for whoever says it in another language: `fault` is one of a few words, the number it is held
 * against stands beside it. `own`: the contract's own sentence says it, and is given along.
 */
export function faultOf(issue: z.core.$ZodIssue | undefined): ProblemValues {
  if (issue === undefined) return {}
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- of the others the sentence is all that is known
  switch (issue.code) {
    case 'too_small': {
      const count = Number(issue.minimum)
      if (issue.origin === 'string') return count === 1 ? { fault: 'empty' } : { fault: 'tooShort', count }
      return issue.origin === 'array' ? { fault: 'tooFew', count } : { fault: 'tooSmall', count }
    }
    case 'too_big': {
      const count = Number(issue.maximum)
      if (issue.origin === 'string') return { fault: 'tooLong', count }
      return issue.origin === 'array' ? { fault: 'tooMany', count } : { fault: 'tooBig', count }
    }
    case 'invalid_type':
      if (/received (?:undefined|null)$/.test(issue.message)) return { fault: 'empty' }
      return issue.expected === 'int' ? { fault: 'notWhole' } : {}
    case 'invalid_format': {
      const known = FORMATS.get(issue.format)
      if (known !== undefined && issue.message.startsWith('Invalid')) return { fault: known }
      return issue.message.startsWith('Invalid') ? {} : { fault: 'own', sentence: issue.message }
    }
    case 'custom':
      return issue.message.startsWith('Invalid') ? {} : { fault: 'own', sentence: issue.message }
    default:
      return {}
  }
}

const FORMATS: ReadonlyMap<string, string> = new Map([
  ['email', 'notMail'],
  ['url', 'notAddress'],
  ['date', 'notDay'],
  ['time', 'notTime'],
])
