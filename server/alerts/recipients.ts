import { sql } from 'kysely'

import type { AlertRuleDraft } from '@pult/contract/alert-rules'
import type { MessageChannel } from '@pult/contract/message-words'
import { rightsByRole, roleMay, type Role } from '@pult/contract/permissions'

import type { Tx } from '../platform/index.ts'
import { queuesOfTeams } from './own-queues.ts'

/** Somebody who is written to. */
export interface Recipient {
  readonly way: MessageChannel
  readonly address: string
  readonly userId: string | null
}

/** Who belongs to a centre, and what an alert may be about to concern her. */
export interface Person {
  readonly userId: string
  readonly role: Role
  readonly mail: string
  /** Null sees the whole centre. */
  readonly queueIds: readonly number[] | null
}

/** What the room asks of the one that knows people: their addresses, by the id of the user. */
export type MailsOf = (
  userIds: readonly string[],
) => Promise<ReadonlyMap<string, { readonly name: string; readonly email: string }>>

/** Everybody who may be told of alerts. */
export async function readPeople(tx: Tx, centerId: number, mailsOf: MailsOf): Promise<Person[]> {
  const { rows } = await sql<{ userId: string; role: Role; teamIds: number[] }>`
    select user_id as "userId", role, array(
      select team_id from team_supervisor s where s.center_id = m.center_id and s.user_id = m.user_id) as "teamIds"
    from membership m where center_id = ${centerId} and (ends_at is null or ends_at > now())
      and (only_may is null or 'readAlerts' = any(only_may)) order by user_id
  `.execute(tx)
  const members = rows.filter(({ role }) => roleMay(role, 'readAlerts'))
  const mails = await mailsOf(members.map(({ userId }) => userId))
  const people: Person[] = []
  for (const { userId, role, teamIds } of members) {
    const queueIds = rightsByRole[role].reach === 'center' ? null : await queuesOfTeams(tx, centerId, teamIds)
    people.push({ userId, role, mail: mails.get(userId)?.email ?? '', queueIds })
  }
  return people
}

/** Everybody and everything that rules of a centre can name. */
export interface Around {
  readonly people: readonly Person[]
  readonly urlsByWebhook: ReadonlyMap<number, string>
}

/** Who is written to about an alert on these queues; a supervisor only about her own teams'. */
export function recipientsOf(
  { told }: Pick<AlertRuleDraft, 'told'>,
  { people, urlsByWebhook }: Around,
  queueIds: readonly number[] | null,
): Recipient[] {
  const concerns = (person: Person): boolean =>
    person.queueIds === null || (queueIds !== null && queueIds.some((queueId) => person.queueIds?.includes(queueId)))
  const members = people.filter(
    (person) =>
      told.byMail &&
      person.mail !== '' &&
      (told.roles.includes(person.role) || told.userIds.includes(person.userId)) &&
      concerns(person),
  )
  const all: Recipient[] = [
    ...members.map(({ userId, mail }) => ({ way: 'mail' as const, address: mail, userId })),
    ...told.mails.map((address) => ({ way: 'mail' as const, address, userId: null })),
    ...told.webhookIds.flatMap((id) => {
      const url = urlsByWebhook.get(id)
      return url === undefined ? [] : [{ way: 'webhook' as const, address: url, userId: null }]
    }),
    ...told.chats.map((address) => ({ way: 'telegram' as const, address, userId: null })),
  ]
  // An address that is named twice is written to once.
  return [...new Map(all.toReversed().map((one) => [`${one.way} ${one.address}`, one])).values()].toReversed()
}
