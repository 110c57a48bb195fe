import { installation } from '@pult/contract/installation'

import type { SignInPlace } from '../access/index.ts'
import { conflict, type Platform } from '../platform/index.ts'
import { readBackups, readMaxAge, setMaxAge } from './backup-notes.ts'
import { checkProvider } from './check-provider.ts'

export interface InstallationPorts {
  /** Where else members may sign in. */
  readonly signInPlace: SignInPlace
}

const done = { done: true } as const

/** Serves how this Pult is. */
export function serveInstallation(
  { http, database, settings }: Platform,
  { signInPlace }: InstallationPorts,
  clock: () => number,
): void {
  const since = new Date(clock()).toISOString()
  http.serve(installation.readSlowQueries, () =>
    Promise.resolve({ since, limitMs: settings.slowQuery, queries: [...database.slowQueries()] }),
  )
  http.serve(installation.readBackups, async ({ caller: { centerId }, readCenter }) => {
    const maxAgeDays = await readCenter((tx) => readMaxAge(tx, centerId))
    return readBackups(database, maxAgeDays, clock())
  })
  http.serve(installation.setBackupAge, ({ caller, body: { maxAgeDays }, inCenter, audit }) =>
    inCenter(async (tx) => {
      await setMaxAge(tx, caller, maxAgeDays)
      await audit(tx, { act: 'installation.backups.age', subject: 'backups', detail: { days: maxAgeDays } })
      return done
    }),
  )
  http.serve(installation.readOtherSignIn, () => {
    const { provider, redirect } = signInPlace
    const told = provider === null ? null : { issuer: provider.issuer, name: provider.name, client: provider.client }
    return Promise.resolve({ provider: told, redirect })
  })
  http.serve(installation.checkOtherSignIn, async ({ inCenter, audit }) => {
    const { provider } = signInPlace
    if (provider === null)
      throw conflict(
        'signInOff',
        'Sign-in at another place is off: there is nothing to check. Set PULT_OIDC_ISSUER first.',
      )
    const { issuer } = provider
    await inCenter((tx) => audit(tx, { act: 'installation.signIn.check', subject: issuer }))
    return checkProvider(issuer)
  })
}
