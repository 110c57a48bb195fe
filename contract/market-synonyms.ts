import { z } from 'zod'

import { OfSpecialisation } from './market-words.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

const SkillCount = z.object({ skillId: z.number(), name: z.string(), naming: z.number(), share: z.number() })

/** Skills that may mean one thing, with the share they would have together: of vacancies, not added up. */
export const Suggestion = z.object({ skills: z.array(SkillCount), together: z.number() })
export type Suggestion = z.infer<typeof Suggestion>

export const SynonymGroup = z.object({
  skillId: z.number(),
  name: z.string(),
  members: z.array(z.object({ skillId: z.number(), name: z.string() })),
  madeByName: z.string(),
  madeAt: z.string(),
})
export type SynonymGroup = z.infer<typeof SynonymGroup>

const SkillId = z.number().int().positive().max(Number.MAX_SAFE_INTEGER)

type Nothing = Record<string, never>
const SkillIds = z.object({ skillIds: z.array(SkillId).min(2).max(50) }).strict()
type SkillIds = z.infer<typeof SkillIds>
const OfSkill = CenterParams.extend({ skillId: Id })
const SynonymsReply = z.object({
  suggestions: z.array(Suggestion),
  groups: z.array(SynonymGroup),
  /** Pairs that were said to be different things. */
  refused: z.number(),
})
export type SynonymsReply = z.infer<typeof SynonymsReply>

export interface MarketSynonymRoutes {
  readonly readSynonyms: Route<OfSpecialisation, Nothing, Nothing, SynonymsReply>
  readonly groupSkills: Route<CenterParams, Nothing, SkillIds, Done>
  readonly refuseSynonyms: Route<CenterParams, Nothing, SkillIds, Done>
  readonly forgetRefused: Route<CenterParams, Nothing, Nothing, Done>
  readonly ungroupSkills: Route<z.infer<typeof OfSkill>, Nothing, Nothing, Done>
}

export const marketSynonymRoutes: MarketSynonymRoutes = {
  readSynonyms: route('GET', '/centers/:centerId/market/specialisations/:specialisationId/synonyms', {
    summary: 'Near-synonyms that wait for a decision, and groups that were decided.',
    may: 'readMarket',
    params: OfSpecialisation,
    reply: SynonymsReply,
  }),
  groupSkills: route('POST', '/centers/:centerId/market/synonyms', {
    summary: 'Counts some skills as one, under the name of the first. Shares are counted anew on vacancies.',
    may: 'editMarket',
    params: CenterParams,
    body: SkillIds,
    reply: Done,
  }),
  refuseSynonyms: route('POST', '/centers/:centerId/market/synonyms/refused', {
    summary: 'Says that some skills are different things; they are not suggested together again.',
    may: 'editMarket',
    params: CenterParams,
    body: SkillIds,
    reply: Done,
  }),
  forgetRefused: route('DELETE', '/centers/:centerId/market/synonyms/refused', {
    summary: 'Lets everything that was refused be suggested again.',
    may: 'editMarket',
    params: CenterParams,
    reply: Done,
  }),
  ungroupSkills: route('DELETE', '/centers/:centerId/market/synonyms/:skillId', {
    summary: 'Undoes a group: its skills are counted apart again.',
    may: 'editMarket',
    params: OfSkill,
    reply: Done,
  }),
}
