import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const PATTERN = /^pult_(\d{1,10})_(\d{1,10})_([\w-]{43})$/

/** A token for scripts: `pult_<centre>_<number>_<secret>`. The centre in it lets the server look in that centre only. */
export interface ParsedToken {
  readonly centerId: number
  readonly tokenId: number
  readonly secret: string
}

export function parseToken(text: string): ParsedToken | null {
  const match = PATTERN.exec(text)
  if (match === null) return null
  return { centerId: Number(match[1]), tokenId: Number(match[2]), secret: match[3] ?? '' }
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function formatToken(token: ParsedToken): string {
  return `pult_${token.centerId}_${token.tokenId}_${token.secret}`
}

export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

export function sameSecret(secret: string, hash: Buffer): boolean {
  const given = hashSecret(secret)
  return given.length === hash.length && timingSafeEqual(given, hash)
}
