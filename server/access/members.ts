import { sql } from 'kysely'

import type { Member } from '@pult/contract/access'

import type { Tx } from '../platform/index.ts'
import type { Auth } from './auth.ts'

/** Who has a place in a centre, by name; guests whose time is over only where they are asked for. */
export async function readMembers(
  tx: Tx,
  auth: Auth,
  centerId: number,
  { withFormer = false } = {},
): Promise<Member[]> {
  const { rows } = await sql<Omit<Member, 'name' | 'email' | 'hasPassword'>>`
    select user_id as "userId", role, agent_id as "agentId", only_may as only,
      to_char(ends_at at time zone time_zone - interval '1 second', 'YYYY-MM-DD') as "lastDay"
    from membership join center using (center_id)
    where center_id = ${centerId} and (${withFormer}::boolean or ends_at is null or ends_at > now())
  `.execute(tx)
  const users = await auth.usersById(rows.map(({ userId }) => userId))
  return rows
    .flatMap((row): Member[] => {
      const user = users.get(row.userId)
      return user === undefined ? [] : [{ ...row, name: user.name, email: user.email, hasPassword: user.hasPassword }]
    })
    .toSorted((left, right) => left.name.localeCompare(right.name, 'ru'))
}
