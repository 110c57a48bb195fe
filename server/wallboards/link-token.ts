const PATTERN = /^(\d{1,9})\.(\d{1,15})\.([\w-]{43})$/

/** What stands in the address of a screen: `12.3.<secret>`. The centre in it lets the server look in that centre only. */
export interface LinkToken {
  readonly centerId: number
  readonly wallboardId: number
  readonly secret: string
}

export function parseLinkToken(text: string): LinkToken | null {
  const match = PATTERN.exec(text)
  if (match === null) return null
  return { centerId: Number(match[1]), wallboardId: Number(match[2]), secret: match[3] ?? '' }
}

export const formatLinkToken = ({ centerId, wallboardId, secret }: LinkToken): string =>
  `${centerId}.${wallboardId}.${secret}`
