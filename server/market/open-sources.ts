import type { Database, Scope, SecretBox } from '../platform/index.ts'
import type { MarketAddresses } from './addresses.ts'
import { askHhToken, createHhSource } from './hh-source.ts'
import { SourceFailure, type Pace } from './polite-client.ts'
import { keepHhSecret, readSources } from './source-store.ts'
import { createTrudvsemSource } from './trudvsem-source.ts'
import type { VacancySource } from './vacancy-source.ts'

interface OpenSourcesOptions {
  readonly database: Database
  readonly box: SecretBox
  readonly addresses: MarketAddresses
  readonly pace: Pace
  readonly now: number
  readonly signal: AbortSignal
  readonly findSkills: (text: string) => string[]
}

export interface OpenedSource {
  readonly kind: 'hh' | 'trudvsem'
  /** Throws a SourceFailure where it cannot be opened. */
  readonly open: () => Promise<VacancySource>
}

/** The sources that a centre has switched on, each ready to be asked. */
export async function openSources(scope: Scope, options: OpenSourcesOptions): Promise<OpenedSource[]> {
  const { database, box, addresses, pace, now, signal, findSkills } = options
  const rows = await database.inCenter(scope, (tx) => readSources(tx, scope.centerId))
  return rows
    .filter(({ isOn }) => isOn)
    .map(({ kind, secret, userAgent }) => ({
      kind,
      async open() {
        if (kind === 'trudvsem') return createTrudvsemSource({ address: addresses.trudvsem, pace, signal, findSkills })
        const kept = secret === null ? null : box.open(secret)
        if (kept === null || userAgent === null) throw new SourceFailure('noToken', 'There is no token for hh.ru.')
        const told = { address: addresses.hh, userAgent, pace, signal }
        const { token, clientId, clientSecret } = kept
        if (token !== undefined) return createHhSource({ ...told, token, now })
        if (clientId === undefined || clientSecret === undefined)
          throw new SourceFailure('noToken', 'There is no token for hh.ru.')
        const fresh = await askHhToken(told, { clientId, clientSecret })
        // It does not expire, and asking for another ends it: it is kept.
        await database.inCenter(scope, (tx) => keepHhSecret(tx, scope.centerId, box.close({ ...kept, token: fresh })))
        return createHhSource({ ...told, token: fresh, now })
      },
    }))
}
