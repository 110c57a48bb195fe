import { sql } from 'kysely'

import type { Member } from '@pult/contract/access'

import type { Tx } from '../platform/index.ts'
import type { Auth } from './auth.ts'

/** Who has a place in a centre, by name; whoever lost it is not among them. */
export async function readMembers(tx: Tx, auth: Auth, centerId: number): Promise<Member[]> {
  const { rows } = await sql<Pick<Member, 'userId' | 'role' | 'agentId'>>`
    select user_id as "userId", role, agent_id as "agentId" from membership where center_id = ${centerId}
  `.execute(tx)
  const users = await auth.usersById(rows.map(({ userId }) => userId))
  return rows
    .flatMap((row): Member[] => {
      const user = users.get(row.userId)
      return user === undefined ? [] : [{ ...row, name: user.name, email: user.email, hasPassword: user.hasPassword }]
    })
    .toSorted((left, right) => left.name.localeCompare(right.name, 'ru'))
}
