import { z } from 'zod'

import { payKinds } from '@pult/engine/market'

import { marketPostRoutes, type MarketPostRoutes } from './market-posts.ts'
import { marketRefreshRoutes, type MarketRefreshRoutes } from './market-refresh.ts'
import { marketSynonymRoutes, type MarketSynonymRoutes } from './market-synonyms.ts'
import { OfSpecialisation, PayFiguresShape, SnapshotSummary, SourceState } from './market-words.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

const Phrase = z.string().trim().min(2).max(200)
const Version = z.number().int().positive()

export const specialisationKinds = ['position', 'level', 'profession', 'technology'] as const

/** What of the market is looked at: words of titles, words to leave out, a region. */
export const SpecialisationDraft = z
  .object({
    name: z.string().trim().min(1).max(100),
    kind: z.enum(specialisationKinds).default('position'),
    /** Any of them must be in the title; the first is the title itself, the others its synonyms. */
    titles: z.array(Phrase).min(1).max(40),
    /** None of them may be. */
    excluded: z.array(Phrase).max(40).default([]),
    /** A node of the area tree; null: everywhere. */
    areaId: z.string().max(20).nullable().default(null),
    /** Asks its sources anew every week. */
    isWeekly: z.boolean().default(true),
  })
  .strict()
export type SpecialisationDraft = z.infer<typeof SpecialisationDraft>
export type SpecialisationDraftInput = z.input<typeof SpecialisationDraft>

const SpecialisationChange = SpecialisationDraft.extend({ version: Version })
export type SpecialisationChange = z.infer<typeof SpecialisationChange>

export const Specialisation = SpecialisationDraft.extend({
  specialisationId: z.number(),
  areaName: z.string().nullable(),
  version: z.number(),
  /** The latest snapshot that came to its end; null before the first. */
  latest: SnapshotSummary.nullable(),
  snapshots: z.number(),
  /** Whether its vacancies are made up by the demonstration. */
  isMadeUp: z.boolean(),
})
export type Specialisation = z.infer<typeof Specialisation>

export const Market = z.object({
  specialisations: z.array(Specialisation),
  sources: z.array(SourceState),
})
export type Market = z.infer<typeof Market>

/** Which vacancies count: those active at the snapshot, or all seen in the year up to it. */
export const skillScopes = ['active', 'seen'] as const
export type SkillScope = (typeof skillScopes)[number]

export const MarketSkill = z.object({
  skillId: z.number(),
  name: z.string(),
  /** How many names are counted as this one; 1 where nothing is grouped. */
  names: z.number(),
  naming: z.number(),
  share: z.number(),
  low: z.number(),
  high: z.number(),
  /** Shares at the snapshots of `days`; null where none named any skill. */
  series: z.array(z.number().nullable()),
  /** Change of the share in thirty days among vacancies new at each snapshot, and its chance, adjusted for all that are shown. */
  perMonth: z.number().nullable(),
  pValue: z.number().nullable(),
})
export type MarketSkill = z.infer<typeof MarketSkill>

export const skillSorts = ['share', 'name', 'trend'] as const

const SkillQuery = z
  .object({
    snapshotId: Id.optional(),
    scope: z.enum(skillScopes).default('active'),
    search: z.string().max(100).default(''),
    sort: z.enum(skillSorts).default('share'),
    /** The first hundred, or the extended list. */
    limit: z.coerce.number().int().min(1).max(5000).default(100),
  })
  .strict()
export type SkillQuery = z.infer<typeof SkillQuery>

export const SkillsReply = z.object({
  /** Null where no snapshot came to its end yet. */
  snapshot: SnapshotSummary.nullable(),
  scope: z.enum(skillScopes),
  /** Vacancies of the scope: all, those that name any skill, and those whose skills were found in their text. */
  vacancies: z.number(),
  named: z.number(),
  derived: z.number(),
  /** Different skills in all, of which `skills` are the sought ones. */
  total: z.number(),
  /** The days of the snapshots of `series`, oldest first. */
  days: z.array(z.string()),
  skills: z.array(MarketSkill),
})
export type SkillsReply = z.infer<typeof SkillsReply>

export const paySplits = ['city', 'experience', 'schedule'] as const

export const PayReply = z.object({
  snapshot: SnapshotSummary.nullable(),
  /** Roubles a month after tax. */
  all: PayFiguresShape,
  /** Of the lower bounds alone, and of the upper ones. */
  from: PayFiguresShape,
  to: PayFiguresShape,
  /** Vacancies by what can be made of their pay; only `monthly` ones are in the figures. */
  kinds: z.array(z.object({ kind: z.enum(payKinds), count: z.number() })),
  /** Of the monthly ones: told before tax and converted, after tax, and not said. */
  gross: z.number(),
  net: z.number(),
  unsaid: z.number(),
  onlyFrom: z.number(),
  onlyTo: z.number(),
  currencies: z.array(z.object({ currency: z.string(), count: z.number() })),
  /** The rule that pay before tax was converted with. */
  taxFrom: z.string(),
  taxParts: z.array(z.object({ above: z.number(), rate: z.number() })),
  groups: z.array(z.object({ split: z.enum(paySplits), value: z.string(), figures: PayFiguresShape })),
  skills: z.array(
    z.object({
      name: z.string(),
      difference: z.number(),
      low: z.number(),
      high: z.number(),
      /** Adjusted for all that were looked at. */
      pValue: z.number(),
      naming: z.number(),
    }),
  ),
})
export type PayReply = z.infer<typeof PayReply>

export const VacancyCard = z.object({
  vacancyId: z.number(),
  title: z.string(),
  employer: z.string().nullable(),
  city: z.string().nullable(),
  payFrom: z.number().nullable(),
  payTo: z.number().nullable(),
  currency: z.string().nullable(),
  isGross: z.boolean().nullable(),
  per: z.string().nullable(),
  payKind: z.enum(payKinds),
  /** Roubles a month after tax. */
  netPoint: z.number().nullable(),
  experience: z.string().nullable(),
  schedule: z.string().nullable(),
  source: z.string(),
  link: z.string().nullable(),
  publishedAt: z.string().nullable(),
  firstSeen: z.string(),
  lastSeen: z.string(),
  /** Found in the text: the source lists none. */
  isDerived: z.boolean(),
  /** The other source that shows it too. */
  alsoIn: z.array(z.string()),
  skills: z.array(z.string()),
})
export type VacancyCard = z.infer<typeof VacancyCard>

const VacancyQuery = z
  .object({
    search: z.string().max(100).default(''),
    skill: z.string().max(100).default(''),
    /** The `next` of the page before. */
    after: z
      .string()
      .regex(/^(?:(?:-?\d{1,17}|none)\.\d{1,15})?$/, 'give the `next` of the page before')
      .default(''),
  })
  .strict()
export type VacancyQuery = z.infer<typeof VacancyQuery>

export const VacanciesReply = z.object({
  total: z.number(),
  vacancies: z.array(VacancyCard),
  /** Where the next page begins; null after the last one. */
  next: z.string().nullable(),
})
export type VacanciesReply = z.infer<typeof VacanciesReply>

export const ComparedProfession = z.object({
  specialisationId: z.number(),
  name: z.string(),
  takenOn: z.string().nullable(),
  vacancies: z.number(),
  named: z.number(),
  pay: PayFiguresShape,
})
export const CompareReply = z.object({
  professions: z.array(ComparedProfession),
  /** Shares by profession, in their order; null where nobody names it there. */
  skills: z.array(z.object({ name: z.string(), shares: z.array(z.number().nullable()) })),
})
export type CompareReply = z.infer<typeof CompareReply>

export const Area = z.object({
  areaId: z.string(),
  name: z.string(),
  parentName: z.string().nullable(),
  formerNames: z.array(z.string()),
})
export type Area = z.infer<typeof Area>

const FileQuery = z
  .object({ format: z.enum(['xlsx', 'csv']).default('xlsx'), language: z.enum(['ru', 'en']).default('ru') })
  .strict()
const specialisation = '/centers/:centerId/market/specialisations/:specialisationId'

type Nothing = Record<string, never>
type SkillFileQuery = SkillQuery & z.infer<typeof FileQuery>

interface MarketRoutes {
  readonly readMarket: Route<CenterParams, Nothing, Nothing, Market>
  readonly createSpecialisation: Route<CenterParams, Nothing, SpecialisationDraft, { specialisationId: number }>
  readonly changeSpecialisation: Route<OfSpecialisation, Nothing, SpecialisationChange, { version: number }>
  readonly deleteSpecialisation: Route<OfSpecialisation, Nothing, Nothing, Done>
  readonly readSkills: Route<OfSpecialisation, SkillQuery, Nothing, SkillsReply>
  readonly exportSkills: Route<OfSpecialisation, SkillFileQuery, Nothing, unknown>
  readonly readPay: Route<OfSpecialisation, Nothing, Nothing, PayReply>
  readonly readVacancies: Route<OfSpecialisation, VacancyQuery, Nothing, VacanciesReply>
  readonly compareProfessions: Route<CenterParams, { ids: string }, Nothing, CompareReply>
  readonly findAreas: Route<CenterParams, { search: string }, Nothing, { areas: Area[] }>
}

const marketRoutes: MarketRoutes = {
  readMarket: route('GET', '/centers/:centerId/market', {
    summary: 'Specialisations with their latest snapshots, and the state of sources.',
    may: 'readMarket',
    params: CenterParams,
    reply: Market,
  }),
  createSpecialisation: route('POST', '/centers/:centerId/market/specialisations', {
    summary: 'Defines a specialisation: title words, words to leave out, a region.',
    may: 'editMarket',
    params: CenterParams,
    body: SpecialisationDraft,
    reply: z.object({ specialisationId: z.number() }),
  }),
  changeSpecialisation: route('PUT', specialisation, {
    summary: 'Changes a specialisation. Snapshots that were taken stay as they are.',
    may: 'editMarket',
    params: OfSpecialisation,
    body: SpecialisationChange,
    reply: z.object({ version: z.number() }),
  }),
  deleteSpecialisation: route('DELETE', specialisation, {
    summary: 'Deletes a specialisation with its snapshots; vacancies that no other has go with it.',
    may: 'editMarket',
    params: OfSpecialisation,
    reply: Done,
  }),
  readSkills: route('GET', `${specialisation}/skills`, {
    summary: 'Skills by the share of vacancies that name them, with interval, series and trend.',
    may: 'readMarket',
    params: OfSpecialisation,
    query: SkillQuery,
    reply: SkillsReply,
  }),
  exportSkills: route('POST', `${specialisation}/skills/export`, {
    summary: 'The table of skills as a file.',
    may: 'readMarket',
    params: OfSpecialisation,
    query: SkillQuery.extend(FileQuery.shape),
    reply: z.unknown(),
    transport: 'file',
  }),
  readPay: route('GET', `${specialisation}/pay`, {
    summary: 'Pay of the vacancies active at the latest snapshot, after tax, with percentiles and what was left out.',
    may: 'readMarket',
    params: OfSpecialisation,
    reply: PayReply,
  }),
  readVacancies: route('GET', `${specialisation}/vacancies`, {
    summary: 'Vacancies active at the latest snapshot.',
    may: 'readMarket',
    params: OfSpecialisation,
    query: VacancyQuery,
    reply: VacanciesReply,
  }),
  compareProfessions: route('GET', '/centers/:centerId/market/compare', {
    summary: 'Specialisations side by side: pay and skills.',
    may: 'readMarket',
    params: CenterParams,
    query: z.object({ ids: z.string().max(200).default('') }).strict(),
    reply: CompareReply,
  }),
  findAreas: route('GET', '/centers/:centerId/market/areas', {
    summary: 'Countries, regions and cities by part of their name, former names too.',
    may: 'readMarket',
    params: CenterParams,
    query: z.object({ search: z.string().max(100).default('') }).strict(),
    reply: z.object({ areas: z.array(Area) }),
  }),
}

/** Every route of the room. */
export const market: MarketRoutes & MarketPostRoutes & MarketRefreshRoutes & MarketSynonymRoutes = {
  ...marketRoutes,
  ...marketPostRoutes,
  ...marketRefreshRoutes,
  ...marketSynonymRoutes,
}
