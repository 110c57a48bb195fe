import { sql } from 'kysely'

import { security, type SecurityPolicy } from '@pult/contract/access-security'

import {
  conflict,
  headersOf,
  invalid,
  notFound,
  signInNeeded,
  type Asked,
  type Caller,
  type Database,
  type Http,
  type Tx,
} from '../platform/index.ts'
import { checkAudit } from './audit-chain.ts'
import { RESET_HOURS } from './auth-settings.ts'
import type { Auth, InSession } from './auth.ts'
import { countTry, succeeded } from './guesses.ts'
import { mayAppoint, memberOnlyHere, roleOf } from './membership.ts'
import {
  endSession,
  endSessions,
  forgetSecondFactors,
  isPasswordOf,
  readOwnSecurity,
  removePasskey,
} from './own-security.ts'
import { resetLink, sendResetLater, type ResetPorts } from './reset.ts'
import { auditForPerson } from './sign-in-audit.ts'

/** Serves what concerns sessions and second factors. */
export function serveSecurity(http: Http, ports: ResetPorts & { readonly auditKey: string }): void {
  const { database, auth } = ports
  serveReset(http, ports)
  serveOwn(http, database, auth)
  serveMembersSecurity(http, database, auth)
  http.serve(security.checkAudit, ({ caller, readCenter }) =>
    readCenter((tx) => checkAudit(tx, caller.centerId, ports.auditKey)),
  )
  http.serve(security.readSecurityPolicy, ({ caller, readCenter }) =>
    readCenter((tx) => readPolicy(tx, caller.centerId)),
  )
  http.serve(security.setSecurityPolicy, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await sql`
        insert into security_policy (center_id, second_factor_roles) values (${caller.centerId}, ${body.secondFactorRoles}::text[])
        on conflict (center_id) do update set second_factor_roles = excluded.second_factor_roles
      `.execute(tx)
      await audit(tx, {
        act: 'access.securityPolicy.set',
        subject: `centre ${caller.centerId}`,
        detail: { roles: body.secondFactorRoles.join(', ') },
      })
      return readPolicy(tx, caller.centerId)
    }),
  )
}

async function readPolicy(tx: Tx, centerId: number): Promise<SecurityPolicy> {
  const { rows } = await sql<SecurityPolicy>`
    select second_factor_roles as "secondFactorRoles" from security_policy where center_id = ${centerId}`.execute(tx)
  return rows[0] ?? { secondFactorRoles: [] }
}

function serveReset(http: Http, ports: ResetPorts): void {
  const { database, auth } = ports
  http.serve(security.askReset, ({ body, request }) => {
    sendResetLater(ports, body.email.toLowerCase(), request.ip)
    return Promise.resolve({ done: true as const })
  })

  http.serve(security.makeResetLink, async ({ caller, params, inCenter, audit, request }) => {
    await mayTakeCareOf(database, auth, { caller, userId: params.userId, inCenter })
    const user = (await auth.usersById([params.userId])).get(params.userId)
    if (user === undefined || !user.hasPassword)
      throw conflict('noPasswordYet', 'This person has no password yet: invite her again for a one-time link.')
    const token = await auth.resetToken(user.email)
    await inCenter((tx) => audit(tx, { act: 'access.password.makeResetLink', subject: `user ${params.userId}` }))
    const address = `${request.protocol}://${request.headers.host ?? ''}`
    const expiresAt = new Date(Date.now() + RESET_HOURS * 3_600_000).toISOString()
    return { link: resetLink(address, token), expiresAt }
  })
}

interface Care {
  readonly caller: Caller
  readonly userId: string
  readonly inCenter: Asked<never, never, never>['inCenter']
}

/** What concerns a person's whole sign-in is for those under whom alone she works. */
async function mayTakeCareOf(database: Database, auth: Auth, { caller, userId, inCenter }: Care): Promise<void> {
  const role = await inCenter((tx) => roleOf(tx, caller.centerId, userId))
  if (role === undefined) throw notFound('person')
  mayAppoint(caller, role)
  await memberOnlyHere(database, auth, caller, userId)
}

function serveOwn(http: Http, database: Database, auth: Auth): void {
  const { pool } = auth
  http.serve(security.readOwnSecurity, async ({ request }) => readOwnSecurity(pool, await personOf(auth, request)))

  http.serve(security.endSession, async ({ params, request }) => {
    const user = await personOf(auth, request)
    if (!(await endSession(pool, user.id, params.sessionId))) throw notFound('session')
    await auditForPerson(database, user, { act: 'access.session.end', subject: `user ${user.id}` })
    return { done: true as const }
  })

  http.serve(security.endOtherSessions, async ({ request }) => {
    const user = await personOf(auth, request)
    const ended = await endSessions(pool, user.id, user.sessionId)
    await auditForPerson(database, user, { act: 'access.session.end', subject: `user ${user.id}`, detail: { ended } })
    return { ended }
  })

  http.serve(security.removePasskey, async ({ params, body, request }) => {
    const user = await personOf(auth, request)
    const guess = { email: user.email, address: request.ip }
    await countTry(pool, guess)
    if (!(await isPasswordOf(pool, user.id, body.password)))
      throw invalid('wrongPassword', 'The password is another one.', { at: 'body.password' })
    await succeeded(pool, guess)
    if (!(await removePasskey(pool, user.id, params.passkeyId))) throw notFound('passkey')
    await auditForPerson(database, user, { act: 'access.passkey.remove', subject: `user ${user.id}` })
    return { done: true as const }
  })
}

type Request = Asked<never, never, never>['request']

/** Only a person has sessions; a script has a token. */
async function personOf(auth: Auth, request: Request): Promise<InSession> {
  const headers = headersOf(request)
  if (headers.has('authorization')) throw conflict('notAPerson', 'This is about a person, not about an API token.')
  const user = await auth.signedIn(headers)
  if (user === null) throw signInNeeded()
  return user
}

function serveMembersSecurity(http: Http, database: Database, auth: Auth): void {
  http.serve(security.endMemberSessions, async ({ caller, params, inCenter, audit }) => {
    await inCenter(async (tx) => {
      const role = await roleOf(tx, caller.centerId, params.userId)
      if (role === undefined) throw notFound('person')
      mayAppoint(caller, role)
      await audit(tx, { act: 'access.member.endSessions', subject: `user ${params.userId}` })
    })
    return { ended: await endSessions(auth.pool, params.userId, null) }
  })

  http.serve(security.resetSecondFactor, async ({ caller, params, inCenter, audit }) => {
    await mayTakeCareOf(database, auth, { caller, userId: params.userId, inCenter })
    await inCenter((tx) => audit(tx, { act: 'access.secondFactor.reset', subject: `user ${params.userId}` }))
    await forgetSecondFactors(auth.pool, params.userId)
    return { done: true as const }
  })
}
