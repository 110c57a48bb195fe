/** What the page hears. */
export const LIVE: readonly string[] = ['market']
