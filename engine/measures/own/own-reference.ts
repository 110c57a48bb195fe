import { stamp } from '../definition.ts'
import { registry } from '../registry.ts'
import { changeable, wholeParameters, type DefinitionParameters, type OwnDefinition } from './changeable.ts'

/**
 * How a definition is asked for: `ahtSeconds` is the centre's own as it holds on each day, `ahtSeconds@own2` its second for every day, `ahtSeconds@1`
 * Pult's for ever, `ahtSeconds(parts=talk)` one that is tried.
 */
export type AskedDefinition =
  | { readonly kind: 'byDays'; readonly id: string }
  | { readonly kind: 'ownVersion'; readonly id: string; readonly version: number }
  | { readonly kind: 'published'; readonly reference: string }
  | { readonly kind: 'tried'; readonly id: string; readonly parameters: DefinitionParameters }

/** Reads a reference. Throws a RangeError for a measure or a parameter that there is not. */
export function readReference(reference: string): AskedDefinition {
  const parts = /^(\w+)(?:@(own)?(\d+)|\(([^()]*)\))?$/.exec(reference)
  const id = parts?.[1] ?? ''
  const measure = changeable(id)
  const [, , own, version, tried] = parts ?? []
  if (measure === undefined || parts === null) {
    registry.find(reference)
    return { kind: 'published', reference }
  }
  if (tried !== undefined) return { kind: 'tried', id, parameters: wholeParameters(measure, readParameters(tried)) }
  if (version === undefined) return { kind: 'byDays', id }
  if (own !== undefined) return { kind: 'ownVersion', id, version: Number(version) }
  // The centre's service level is Pult's neutral rule until a centre says otherwise.
  if (id === 'serviceLevel' && version === '1') return { kind: 'tried', id, parameters: wholeParameters(measure, {}) }
  registry.find(reference)
  return { kind: 'published', reference }
}

function readParameters(text: string): DefinitionParameters {
  return Object.fromEntries(
    text
      .split(/[,;]/)
      .map((pair) => pair.trim())
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [name = '', value = ''] = pair.split('=')
        return [name.trim(), /^\d+$/.test(value.trim()) ? Number(value) : value.trim()]
      }),
  )
}

/** The reference under which parameters are tried: what stands at its start is left out. */
export function triedReference(id: string, parameters: DefinitionParameters): string {
  const measure = changeable(id)
  const differing = Object.entries(parameters).filter(
    ([name, value]) => value !== null && measure?.choices.find((one) => one.id === name)?.start !== value,
  )
  return `${id}(${differing.map(([name, value]) => `${name}=${value}`).join(';')})`
}

/** The definition as Pult publishes it, of a measure that a centre may change. Throws a RangeError for another. */
export function publishedOwn(id: string): OwnDefinition {
  const measure = changeable(id)
  if (measure === undefined) throw new RangeError(`the definition of "${id}" cannot be changed`)
  return measure.define(wholeParameters(measure, {}))
}

/** Under which Pult's own definition is asked for. */
export const publishedReference = (id: string): string => stamp(publishedOwn(id).definition)
