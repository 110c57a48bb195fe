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

type Ratio = (
  id: string,
  name: Words,
  formula: Words,
  numerator: readonly Term[],
  denominator: readonly Term[],
  more: Partial<Draft>,
) => Draft

const ratio =
  (kind: 'share' | 'mean', unit: Draft['unit'], better: Draft['better']): Ratio =>
  (id, name, formula, numerator, denominator, more) => ({
    id,
    kind,
    name,
    formula,
    numerator,
    denominator,
    unit,
    better,
    attribution: 'offered',
    source: '',
    ...more,
  })

/** A fraction of contacts or of time. */
export const share: Ratio = ratio('share', 'fraction', 'high')

/** Seconds per contact. */
export const mean: Ratio = ratio('mean', 'seconds', 'low')
