import { sql } from 'kysely'

import { access, type Invitation } from '@pult/contract/access'
import type { Role } from '@pult/contract/permissions'

import { notFound, type Database, type Http } from '../platform/index.ts'
import { LINK_HOURS } from './auth-settings.ts'
import type { Auth } from './auth.ts'
import { isOnlyHere, mayAppoint, mayGrant, oneChangeAtATime, refuseWithoutAdministrator, roleOf } from './membership.ts'
import { readMembers } from './members.ts'
import { oneTimeLink } from './one-time-link.ts'

/** Serves who may open a centre and as what. */
export function serveMembers(http: Http, database: Database, auth: Auth): void {
  http.serve(access.listMembers, async ({ caller: { centerId }, readCenter }) => ({
    members: await readCenter((tx) => readMembers(tx, auth, centerId, { withFormer: true })),
  }))

  http.serve(access.invite, async ({ caller, body, inCenter, audit, request }) => {
    const user = await auth.ensureUser({
      email: body.email.toLowerCase(),
      name: body.name,
      installationAdministrator: false,
    })
    await inCenter(async (tx) => {
      await oneChangeAtATime(tx, caller.centerId)
      const former = await sql<{ role: Role }>`
        select role from membership where center_id = ${caller.centerId} and user_id = ${user.id} for update
      `.execute(tx)
      mayAppoint(caller, body.role, former.rows[0]?.role)
      mayGrant(caller, { role: body.role, only: body.only ?? null })
      await sql`
        insert into membership (center_id, user_id, role, agent_id, only_may, ends_at)
        select center_id, ${user.id}, ${body.role}, ${body.agentId ?? null}::integer, ${body.only ?? null}::text[],
          (${body.lastDay ?? null}::date + 1)::timestamp at time zone time_zone
        from center where center_id = ${caller.centerId}
        on conflict (center_id, user_id) do update
          set role = excluded.role, agent_id = excluded.agent_id, only_may = excluded.only_may, ends_at = excluded.ends_at
      `.execute(tx)
      if (former.rows[0]?.role === 'administrator') await refuseWithoutAdministrator(tx, caller.centerId)
      await audit(tx, { act: 'access.member.invite', subject: `user ${user.id}`, detail: guestDetail(body) })
    })
    const address = `${request.protocol}://${request.headers.host ?? ''}`
    // Whoever has a password signs in as herself.
    if ((await auth.hasPassword(user.id)) || !(await isOnlyHere(database, auth, user.id, caller.centerId)))
      return { link: `${address}/sign-in`, expiresAt: null }
    const token = await auth.oneTimeToken(user.email)
    const expiresAt = new Date(Date.now() + LINK_HOURS * 3_600_000).toISOString()
    return { link: oneTimeLink(address, token), expiresAt }
  })

  http.serve(access.changeMember, async ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await oneChangeAtATime(tx, caller.centerId)
      mayAppoint(caller, body.role, await roleOf(tx, caller.centerId, params.userId))
      mayGrant(caller, { role: body.role, only: null })
      const result = await sql`
        update membership set role = ${body.role} where center_id = ${caller.centerId} and user_id = ${params.userId}
      `.execute(tx)
      if (result.numAffectedRows === 0n) throw notFound('person')
      await refuseWithoutAdministrator(tx, caller.centerId)
      await audit(tx, { act: 'access.member.change', subject: `user ${params.userId}`, detail: { role: body.role } })
      return { done: true as const }
    }),
  )

  http.serve(access.removeMember, async ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await oneChangeAtATime(tx, caller.centerId)
      mayAppoint(caller, await roleOf(tx, caller.centerId, params.userId))
      const result =
        await sql`delete from membership where center_id = ${caller.centerId} and user_id = ${params.userId}`.execute(
          tx,
        )
      if (result.numAffectedRows === 0n) throw notFound('person')
      await refuseWithoutAdministrator(tx, caller.centerId)
      await audit(tx, { act: 'access.member.remove', subject: `user ${params.userId}` })
      return { done: true as const }
    }),
  )
}

const guestDetail = ({ role, only, lastDay }: Invitation): Readonly<Record<string, string>> => ({
  role,
  ...(only === undefined || only === null ? {} : { only: only.join(', ') }),
  ...(lastDay === undefined || lastDay === null ? {} : { lastDay }),
})
