import { skillScopes, skillSorts } from '@pult/contract/market'

import { defineView, inAddress } from '../platform/view.ts'

export const marketTabs = [
  'skills',
  'trend',
  'pay',
  'vacancies',
  'compare',
  'digest',
  'posts',
  'synonyms',
  'sources',
] as const
export type MarketTab = (typeof marketTabs)[number]

/** What the address of the Market page holds. */
export const marketView = defineView({
  of: inAddress.maybeNumber(),
  tab: inAddress.oneOf(marketTabs, 'skills'),
  scope: inAddress.oneOf(skillScopes, 'active'),
  sort: inAddress.oneOf(skillSorts, 'share'),
  search: inAddress.text(),
  all: inAddress.flag(),
  /** Words of the title, employer or city of a vacancy. */
  words: inAddress.text(),
  /** The specialisations that are compared; the first ones where none is chosen. */
  compared: inAddress.numbers(),
  /** A skill whose vacancies are shown, or whose trend is drawn. */
  skill: inAddress.text(),
  /** The day of the snapshot that the digest is compared with. */
  since: inAddress.text(),
})
