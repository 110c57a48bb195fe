import type { Member } from '@pult/contract/access'
import type { DigestPlanDraft } from '@pult/contract/market-digest'

/** Those who can be written to. The first administrator has no address of her own before she gives one (RFC 2606). */
export const mailable = (members: readonly Member[]): Member[] =>
  members.filter(({ email }) => !email.endsWith('.invalid'))

/** The addresses a digest goes to, each once: those of members as they are today, and those that were written down. */
export function addressesOf(
  { members, mails }: Pick<DigestPlanDraft, 'members' | 'mails'>,
  known: readonly Member[],
): string[] {
  const own = mailable(known).filter(({ userId }) => members.includes(userId))
  const all = [...own.map(({ email }) => email), ...mails]
  return [...new Map(all.map((address) => [address.toLowerCase(), address])).values()]
}
