import type { DurationModel, PatienceModel } from './center-model.ts'
import { checkNumber, requireCount, write, type FieldReader } from './field-reader.ts'

const MOST = 1e9
const kinds = ['exponential', 'lognormal', 'gamma', 'uniform', 'deterministic', 'empirical'] as const

/** One value for each period, from a list of as many or from one that stands for all. */
export function readPerPeriod<Value>(
  reader: FieldReader,
  field: string,
  periods: number,
  read: (reader: FieldReader) => Value,
): readonly Value[] {
  if (!Array.isArray(reader.raw(field))) {
    const value = read(reader.object(field))
    return Array.from({ length: periods }, () => value)
  }
  const entries = reader.list(field)
  requireCount(entries.length, periods, reader.placeOf(field))
  return entries.map(read)
}

/**
 * A distribution, written `{ "kind": "gamma", "shape": 2, "meanSeconds": 180 }` or `{ "gamma": { "shape": 2, "meanSeconds": 180 } }`.
 * The words `distribution` and `type` do as well as `kind`.
 */
export function readDuration(reader: FieldReader): DurationModel {
  const nested = kinds.find((kind) => reader.has(kind))
  if (nested !== undefined) return readKind(nested, reader.object(nested))
  const named = ['kind', 'distribution', 'type'].find((field) => reader.has(field))
  const name = named === undefined ? undefined : reader.raw(named)
  const kind = kinds.find((known) => known === name)
  if (kind === undefined)
    throw new RangeError(
      `${reader.place} must be a distribution (${kinds.join(', ')}), as in {"exponential":{"meanSeconds":180}}, not ${write(name ?? reader.source)}`,
    )
  return readKind(kind, reader)
}

export function readPatience(reader: FieldReader): PatienceModel {
  const model = readDuration(reader)
  const holder = reader.has('probabilityZero') ? reader : nestedHolder(reader)
  if (holder === undefined) return model
  return { ...model, probabilityZero: holder.number('probabilityZero', { least: 0, most: 1 }) }
}

/** The chance of no patience may also stand inside the distribution's own braces. */
function nestedHolder(reader: FieldReader): FieldReader | undefined {
  const kind = kinds.find((name) => reader.has(name))
  const inner = kind === undefined ? undefined : reader.object(kind)
  return inner?.has('probabilityZero') === true ? inner : undefined
}

function readKind(kind: (typeof kinds)[number], reader: FieldReader): DurationModel {
  switch (kind) {
    case 'exponential':
      return { kind, meanSeconds: reader.number('meanSeconds', { above: 0, most: MOST }) }
    case 'lognormal':
      return {
        kind,
        meanSeconds: reader.number('meanSeconds', { above: 0, most: MOST }),
        sdSeconds: reader.number('sdSeconds', { least: 0, most: MOST }),
      }
    case 'gamma':
      return {
        kind,
        shape: reader.number('shape', { least: 0.001, most: MOST }),
        meanSeconds: reader.number('meanSeconds', { above: 0, most: MOST }),
      }
    case 'uniform': {
      const fromSeconds = reader.number('fromSeconds', { least: 0, most: MOST })
      return { kind, fromSeconds, toSeconds: reader.number('toSeconds', { least: fromSeconds, most: MOST }) }
    }
    case 'deterministic':
      return { kind, seconds: reader.number('seconds', { least: 0, most: MOST }) }
    case 'empirical':
      return {
        kind,
        seconds: reader
          .values('seconds')
          .map(({ value, place }) => checkNumber(value, place, { least: 0, most: MOST })),
      }
  }
}
