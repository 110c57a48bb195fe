import type { Market, Specialisation } from '@pult/contract/market'

/** What every tab of the page is given. */
export interface TabProps {
  readonly market: Market
  readonly chosen: Specialisation
}
