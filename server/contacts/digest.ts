import type { AgentStateRecord, ContactRecord } from '@pult/engine/contacts'

/**
 * A 53-bit digest of a text (cyrb53 by bryc, public domain): tells a repetition from a contradiction. Not a secret's hash; two
 * contents of one key meet by chance once in 10^15.
 */
export function digestOf(text: string): number {
  let first = 0xde_ad_be_ef
  let second = 0x41_c6_ce_57
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    first = Math.imul(first ^ code, 2_654_435_761)
    second = Math.imul(second ^ code, 1_597_334_677)
  }
  first = Math.imul(first ^ (first >>> 16), 2_246_822_507) ^ Math.imul(second ^ (second >>> 13), 3_266_489_909)
  second = Math.imul(second ^ (second >>> 16), 2_246_822_507) ^ Math.imul(first ^ (first >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & second) + (first >>> 0)
}

// Texts end with a character that no importer lets through, so that "a" + "bc" is not "ab" + "c".
const END = '\u001f'

/** What makes two tellings of one leg the same. Flags are a reader's remarks and do not count. */
export function contactDigest(record: ContactRecord): number {
  const when = `${record.contactRef}${END}${record.leg}|${record.channel}|${record.direction}|${record.offeredAt}|${record.outcome}|`
  const times = `${record.flowReason}|${record.waitMs}|${record.ringMs ?? 0}|${record.talkMs ?? 0}|${record.holdMs ?? 0}|${record.acwMs ?? 0}|`
  const counts = `${record.holds ?? 0}|${record.agentNoAnswers ?? 0}|${record.hungUpBy}|`
  const texts = `${record.queue ?? ''}${END}${record.agent ?? ''}${END}${record.customer ?? ''}${END}${record.transferredTo ?? ''}${END}${record.topic ?? ''}`
  return digestOf(when + times + counts + texts)
}

/** What makes two tellings of one stretch of an agent's time the same. */
export function stateDigest(record: AgentStateRecord): number {
  return digestOf(
    `${record.state}|${record.startedAt}|${record.endedAt}|${record.agent}${END}${record.reason ?? ''}${END}${record.queue ?? ''}`,
  )
}
