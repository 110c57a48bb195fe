import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Done, route, type Route } from './route.ts'

const LocalDate = PlainDate
const Instant = z.iso.datetime({ offset: true })
const Words = z.object({ ru: z.string(), en: z.string() })

/** By the id of the choice: a word of its options, or seconds; null is "none of its own". */
export const DefinitionParameters = z.record(z.string().max(40), z.union([z.string().max(100), z.number(), z.null()]))
export type DefinitionParameters = z.infer<typeof DefinitionParameters>

export const DefinitionVersion = z.object({
  version: z.number(),
  /** `ahtSeconds@own2`. */
  reference: z.string(),
  parameters: DefinitionParameters,
  formula: Words,
  validFrom: LocalDate,
  reason: z.string(),
  createdByName: z.string(),
  createdAt: Instant,
  /** Taken back before it came to hold. */
  withdrawnAt: Instant.nullable(),
  withdrawnByName: z.string().nullable(),
})
export type DefinitionVersion = z.infer<typeof DefinitionVersion>

/** A measure whose definition the centre may change, with its versions. */
export const ChangeableDefinition = z.object({
  measureId: z.string(),
  name: Words,
  unit: z.enum(['contacts', 'fraction', 'seconds', 'times']),
  /** What may be chosen. `options` null: seconds, and `none` says what it means to give none. */
  choices: z.array(
    z.object({
      id: z.string(),
      name: Words,
      options: z.array(z.object({ id: z.string(), name: Words })).nullable(),
      none: Words.nullable(),
      start: z.union([z.string(), z.number(), z.null()]),
    }),
  ),
  /** Pult's own, which holds until the first version does. */
  published: z.object({ reference: z.string(), parameters: DefinitionParameters, formula: Words }),
  /** The newest first, those taken back too. */
  versions: z.array(DefinitionVersion),
  /** The version that holds today; null: Pult's own. */
  inForce: z.number().nullable(),
})
export type ChangeableDefinition = z.infer<typeof ChangeableDefinition>

export const NewDefinition = z
  .object({
    measureId: z.string().max(40),
    parameters: DefinitionParameters,
    validFrom: LocalDate,
    reason: z.string().trim().min(1).max(1000),
  })
  .strict()
export type NewDefinition = z.infer<typeof NewDefinition>

const VersionParams = CenterParams.extend({
  measureId: z.string().max(40),
  version: z.coerce.number().int().positive().max(100_000),
})
type VersionParams = z.infer<typeof VersionParams>
type None = Record<string, never>

interface DefinitionRoutes {
  readonly list: Route<CenterParams, None, None, { definitions: ChangeableDefinition[] }>
  readonly change: Route<CenterParams, None, NewDefinition, { version: number }>
  readonly withdraw: Route<VersionParams, None, None, Done>
}

/** What a centre's measures mean, and since when. */
export const definitions: DefinitionRoutes = {
  list: route('GET', '/centers/:centerId/definitions', {
    summary:
      'Measures whose definition the centre may change: what may be chosen, and every version with who, why and since when.',
    may: 'readMeasures',
    params: CenterParams,
    reply: z.object({ definitions: z.array(ChangeableDefinition) }),
  }),
  change: route('POST', '/centers/:centerId/definitions', {
    summary: 'A new version of a definition, valid from a day on; former ones stay as they are.',
    may: 'editDefinitions',
    params: CenterParams,
    body: NewDefinition,
    reply: z.object({ version: z.number() }),
  }),
  withdraw: route('DELETE', '/centers/:centerId/definitions/:measureId/:version', {
    summary: 'Takes a version back that does not hold yet.',
    may: 'editDefinitions',
    params: VersionParams,
    reply: Done,
  }),
}
