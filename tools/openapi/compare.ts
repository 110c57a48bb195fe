import { replyBreakages, requestBreakages, type Shapes } from './compare-shapes.ts'
import type { OpenApi, Operation } from './document.ts'

/** A difference that would break somebody's script, with the reason for which it is made all the same. */
export interface Accepted {
  readonly change: string
  readonly why: string
}

/** What of the released API a newer document no longer keeps, as sentences; empty where every script of then still works. */
export function breakingChanges(released: OpenApi, now: OpenApi): string[] {
  return Object.entries(released.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, before]) => {
      const name = `${method.toUpperCase()} ${path}`
      const after = now.paths[path]?.[method]
      if (after === undefined) return [`${name}: is gone`]
      return operationBreakages(before, after, released.components.schemas, now.components.schemas).map(
        (what) => `${name} ${what}`,
      )
    }),
  )
}

/** Those that nobody has accepted. */
export const unaccepted = (changes: readonly string[], accepted: readonly Accepted[]): string[] =>
  changes.filter((change) => !accepted.some((one) => one.change === change && one.why.trim() !== ''))

function operationBreakages(before: Operation, after: Operation, was: Shapes, is: Shapes): string[] {
  return [
    ...(before.operationId === after.operationId ? [] : [`operationId: is now ${after.operationId}`]),
    ...(before['x-pult-right'] === after['x-pult-right'] || after['x-pult-right'] === 'anyone'
      ? []
      : [`right: is now ${after['x-pult-right']}`]),
    ...parameterBreakages(before, after, was, is),
    ...bodyBreakages(before, after, was, is),
    ...answerBreakages(before, after, was, is),
  ]
}

function parameterBreakages(before: Operation, after: Operation, was: Shapes, is: Shapes): string[] {
  const [former, present] = [before.parameters ?? [], after.parameters ?? []]
  const kept = former.flatMap((one) => {
    const other = present.find(({ name, in: place }) => name === one.name && place === one.in)
    if (other === undefined) return [`${one.in}.${one.name}: is no longer taken`]
    const at = `${one.in}.${one.name}`
    return [
      ...(other.required && !one.required ? [`${at}: is now needed`] : []),
      ...requestBreakages({ schema: one.schema, shapes: was }, { schema: other.schema, shapes: is }, at),
    ]
  })
  const fresh = present.filter(
    (one) => one.required && !former.some(({ name, in: place }) => name === one.name && place === one.in),
  )
  return [...kept, ...fresh.map((one) => `${one.in}.${one.name}: is now needed`)]
}

function bodyBreakages(before: Operation, after: Operation, was: Shapes, is: Shapes): string[] {
  if (after.requestBody === undefined) return before.requestBody === undefined ? [] : ['body: is no longer taken']
  const needed = after.requestBody.required && before.requestBody?.required !== true ? ['body: is now needed'] : []
  const kinds = Object.entries(before.requestBody?.content ?? {}).flatMap(([type, { schema }]) => {
    const other = after.requestBody?.content[type]
    return other === undefined
      ? [`body: ${type} is no longer taken`]
      : requestBreakages({ schema, shapes: was }, { schema: other.schema, shapes: is }, 'body')
  })
  return [...needed, ...kinds]
}

interface Answer {
  readonly content?: NonNullable<Operation['requestBody']>['content']
}

function answerBreakages(before: Operation, after: Operation, was: Shapes, is: Shapes): string[] {
  const [former, present] = [before, after].map((one) => (one.responses['200'] as Answer | undefined)?.content ?? {})
  return Object.entries(former ?? {}).flatMap(([type, { schema }]) => {
    const other = present?.[type]
    return other === undefined
      ? [`reply: is no longer ${type}`]
      : replyBreakages({ schema, shapes: was }, { schema: other.schema, shapes: is }, 'reply')
  })
}
