/** Where vacancy sites are asked; stand-ins in tests. */
export interface MarketAddresses {
  readonly hh: string
  readonly trudvsem: string
}
