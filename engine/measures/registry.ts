import { stamp, type MeasureDefinition } from './definition.ts'
import { publishedDefinitions } from './published.ts'

/** Definitions with all their versions. */
export interface Registry {
  /** The newest version of each, in the order people look for them. */
  readonly current: readonly MeasureDefinition[]
  readonly all: readonly MeasureDefinition[]
  /** `serviceLevelNeutral` is the newest, `serviceLevelNeutral@1` that version for ever. Throws a RangeError that names it. */
  readonly find: (reference: string) => MeasureDefinition
}

/** Throws a RangeError when one version is given twice. */
export function createRegistry(definitions: readonly MeasureDefinition[]): Registry {
  const byStamp = new Map<string, MeasureDefinition>()
  const newest = new Map<string, MeasureDefinition>()
  for (const definition of definitions) {
    if (byStamp.has(stamp(definition))) throw new RangeError(`definition ${stamp(definition)} is given twice`)
    byStamp.set(stamp(definition), definition)
    const known = newest.get(definition.id)
    if (known === undefined || known.version < definition.version) newest.set(definition.id, definition)
  }
  return {
    all: definitions,
    current: [...newest.values()],
    find(reference) {
      const found = reference.includes('@') ? byStamp.get(reference) : newest.get(reference)
      if (found === undefined) throw new RangeError(`there is no measure "${reference}"`)
      return found
    },
  }
}

/** The registry of Pult. */
export const registry: Registry = createRegistry(publishedDefinitions)
