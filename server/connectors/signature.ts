import { createHmac, timingSafeEqual } from 'node:crypto'

/** A request may be so old, or so far ahead of our clock. */
export const SIGNATURE_WINDOW_SECONDS = 300

export type Signed = 'good' | 'bad' | 'old'

/** What `Pult-Signature` says of a body sent at a time (seconds, as it stands in `Pult-Timestamp`). */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`

/** Whether a request was signed with the secret, and lately. Takes as long for every wrong signature. */
export function checkSignature(
  secret: string,
  given: { readonly timestamp: string; readonly signature: string; readonly body: string },
  now: number,
): Signed {
  const expected = Buffer.from(signatureOf(secret, given.timestamp, given.body))
  const said = Buffer.from(given.signature)
  if (expected.length !== said.length || !timingSafeEqual(expected, said)) return 'bad'
  // Only who knows the secret is told that it is the clock.
  return Math.abs(now / 1000 - Number(given.timestamp)) <= SIGNATURE_WINDOW_SECONDS ? 'good' : 'old'
}
