import { keptSecret } from '../access/index.ts'
import type { Contacts } from '../contacts/index.ts'
import { lookEvery, openSecretBox, type Platform, type Tx } from '../platform/index.ts'
import { connectorConditions, type ConnectorCondition } from './conditions.ts'
import { serveConnectors } from './connectors.routes.ts'
import { serveIntake } from './intake.routes.ts'
import { createRunConnector, tryOut } from './kinds.ts'
import { createRunner } from './runner.ts'
import { createTakeBatch } from './take-batch.ts'
import { createTakeLines } from './take-lines.ts'
import { watchSilence } from './watch-silence.ts'

/** Channels by which data come in as they happen. */
export interface Connectors {
  start(): void
  stop(): Promise<void>
  /** Looks now which channels have fallen silent. */
  readonly lookForSilence: () => Promise<void>
  /** How every channel stands, for whoever watches over the centre. */
  readonly conditions: (tx: Tx, centerId: number) => Promise<readonly ConnectorCondition[]>
}

interface ConnectorPorts {
  readonly contacts: Pick<Contacts, 'keepLines' | 'keepBatch' | 'bringIn'>
  readonly holdOff: (centerId: number) => () => void
}

const WATCH_EVERY_MS = 15_000

/** Opens the room: serves its routes; channels are run and watched from `start` on. */
export function openConnectors(
  platform: Platform,
  { contacts, holdOff }: ConnectorPorts,
  clock: () => number = Date.now,
): Connectors {
  const { settings, log } = platform
  const box = openSecretBox(keptSecret(settings.dataFolder, 'connector-secret'))
  const takeLines = createTakeLines(platform, contacts.keepLines, clock)
  serveConnectors(platform, { box, takeLines, tryOut, clock })
  serveIntake(platform, { box, takeBatch: createTakeBatch(platform, contacts.keepBatch, clock), clock })
  const runner = createRunner(platform, {
    run: createRunConnector(box, contacts.bringIn),
    takeLines,
    holdOff,
    leaseSeconds: settings.channelLease,
  })
  const lookForSilence = (): Promise<void> => watchSilence(platform, clock())
  const watch = lookEvery(WATCH_EVERY_MS, lookForSilence, (error) =>
    log.warn({ err: error }, 'silent channels could not be looked for'),
  )
  return {
    start() {
      runner.start()
      watch.start()
    },
    async stop() {
      watch.stop()
      runner.stop()
      await runner.stopped()
    },
    lookForSilence,
    conditions: connectorConditions,
  }
}
