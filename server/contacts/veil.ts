import { createHash, createHmac } from 'node:crypto'

import { ERASED } from '@pult/contract/privacy-words'

/**
 * Makes what tells of a person unreadable, and always the same of the same: so that a file of before, imported again, still meets the facts
 * that it told. The secret lies in the data folder, not in the database.
 */
export interface Veil {
  /** By which an erased customer is known again. */
  hashOf(centerId: number, customerKey: string): Buffer
  /** In the place of a key, a reference or a name. */
  textOf(centerId: number, text: string): string
  /** A digest holds a number that could be tried out: in its place, below zero where no other is, so that one that is veiled stays as it is. */
  digestOf(centerId: number, digest: number): number
  /** A name for a customer that tells nothing, drawn by `random`. */
  pseudonymOf(random: Uint8Array): string
}

export function openVeil(secret: string): Veil {
  const key = createHash('sha256').update(`veil ${secret}`).digest()
  const mac = (what: string, centerId: number, text: string): Buffer =>
    createHmac('sha256', key).update(`${what} ${centerId} ${text}`).digest()
  return {
    hashOf: (centerId, customerKey) => mac('customer', centerId, customerKey),
    textOf: (centerId, text) => `${ERASED}${mac('text', centerId, text).toString('hex').slice(0, 32)}`,
    digestOf: (centerId, digest) =>
      digest < 0 ? digest : -1 - mac('digest', centerId, String(digest)).readUIntBE(0, 6),
    pseudonymOf: (random) => `${ERASED}${Buffer.from(random).toString('hex')}`,
  }
}
