import type { LogPosition } from '@pult/contract/connectors'

import type { KeepLines } from '../contacts/index.ts'
import type { Platform } from '../platform/index.ts'
import type { ConnectorRow } from './connector-store.ts'
import { keepHeard, noteLost, readPlace, type Runs } from './progress.ts'

const LOST = {
  en: 'The log was emptied or replaced before its last lines were read.',
  ru: 'Журнал очистили или заменили раньше, чем прочитаны его последние строки.',
}

/** Lines of a log that belong together: all are kept with the place where they end, or none. */
export interface TakenLines {
  readonly after: LogPosition | null
  readonly position: LogPosition
  readonly lines: readonly string[]
  readonly seam?: 'rotated' | 'lost' | null
}

export type TakeLines = (connector: ConnectorRow, holder: string | null, taken: TakenLines) => Promise<void>

const placeName = (position: LogPosition | null): string =>
  position === null ? '' : `${position.inode} ${position.offset} ${position.digest}`

/** Lines that stand in no file are told apart by their number. */
export const nextInLine = (position: LogPosition | null): LogPosition => ({
  inode: 'events',
  offset: (position?.inode === 'events' ? position.offset : 0) + 1,
  lineFrom: 0,
  digest: '',
})

/** Takes lines of a queue_log into the history. Throws MovedOn where others have come in between. */
export function createTakeLines({ database, live }: Platform, keepLines: KeepLines, clock: () => number): TakeLines {
  return async (connector, holder, { after, position, lines, seam }) => {
    const { centerId, connectorId } = connector
    const runs: Runs = { centerId, connectorId, holder }
    const scope = { centerId }
    const { memory } = await database.inCenter(scope, (tx) => readPlace(tx, runs))
    await keepLines(scope, {
      key: `connector ${connectorId}`,
      source: connector.source,
      lines,
      memory,
      after: placeName(after),
      until: placeName(position),
      within: (client, read) =>
        keepHeard(client, runs, { ...read, log: { after, position, memory: read.memory } }, clock()),
    })
    await database.inCenter(scope, async (tx) => {
      if (seam === 'lost') await noteLost(tx, runs, LOST)
      await live.announce(tx, { centerId, topic: 'connectors', id: connectorId })
    })
  }
}
