import { term, type MeasureDefinition, type Term, type Words } from '../definition.ts'

/** What a family's entries write down: a definition without its family, of the first version unless said otherwise. */
export type Draft = Omit<MeasureDefinition, 'version' | 'group'> & { readonly version?: number }

/** The definitions of a family. */
export const draft = (group: MeasureDefinition['group'], drafts: readonly Draft[]): readonly MeasureDefinition[] =>
  drafts.map((one) => ({ version: 1, group, ...one }))

/** A counter as it is. */
export const count = (
  id: string,
  counter: Term['counter'],
  name: Words,
  formula: Words,
  more: Partial<Draft> = {},
): Draft => ({
  id,
  kind: 'count',
  name,
  formula,
  numerator: [term(counter)],
  denominator: [],
  unit: 'contacts',
  better: 'neither',
  attribution: 'offered',
  source: 'Genesys Cloud metric definitions; Amazon Connect metrics',
  ...more,
})

/** A fraction of contacts or of time. */
export const share = (
  id: string,
  name: Words,
  formula: Words,
  numerator: readonly Term[],
  denominator: readonly Term[],
  more: Partial<Draft>,
): Draft => ({
  id,
  kind: 'share',
  name,
  formula,
  numerator,
  denominator,
  unit: 'fraction',
  better: 'high',
  attribution: 'offered',
  source: '',
  ...more,
})

/** Seconds per contact. */
export function mean(
  id: string,
  name: Words,
  formula: Words,
  numerator: readonly Term[],
  denominator: readonly Term[],
  more: Partial<Draft>,
): Draft {
  return {
    id,
    kind: 'mean',
    name,
    formula,
    numerator,
    denominator,
    unit: 'seconds',
    better: 'low',
    attribution: 'offered',
    source: '',
    ...more,
  }
}
