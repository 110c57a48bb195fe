import { createHmac, timingSafeEqual } from 'node:crypto'

import { keptSecret } from '../access/index.ts'

/** Signs what leaves the house, with a key that never does: it lies in the data folder. */
export interface Seal {
  sign(value: unknown): string
  isSignedBy(value: unknown, signature: string): boolean
}

/** HMAC-SHA-256 over the value as JSON with its keys in order, so that it does not matter how it was written down. */
export function openSeal(dataFolder: string): Seal {
  const key = keptSecret(dataFolder, 'career-secret')
  const sign = (value: unknown): Buffer => createHmac('sha256', key).update(canonicalJson(value)).digest()
  return {
    sign: (value) => sign(value).toString('base64url'),
    isSignedBy(value, signature) {
      const given = Buffer.from(signature, 'base64url')
      const right = sign(value)
      return given.length === right.length && timingSafeEqual(given, right)
    },
  }
}

export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`
}
