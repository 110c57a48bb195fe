import type { Bilingual } from '@pult/contract/alert-words'
import type { Backups } from '@pult/contract/installation'

import type { Database, Tx } from '../platform/index.ts'
import { readBackups, readMaxAge } from './backup-notes.ts'

interface BackupCondition {
  readonly kind: 'backup'
  readonly subject: 'backup'
  readonly state: 'bad' | 'good'
  readonly words: Bilingual
}

/** How the newest backup stands, where the centre says how old it may be; nothing where it does not. */
export async function backupConditions(
  database: Database,
  tx: Tx,
  centerId: number,
  now: number,
): Promise<BackupCondition[]> {
  const maxAgeDays = await readMaxAge(tx, centerId)
  if (maxAgeDays === null) return []
  const backups = await readBackups(database, maxAgeDays, now)
  return [
    {
      kind: 'backup',
      subject: 'backup',
      state: backups.isOverdue ? 'bad' : 'good',
      words: wordsOf(backups, maxAgeDays),
    },
  ]
}

function wordsOf({ backups: [newest], isOverdue }: Backups, days: number): Bilingual {
  if (!isOverdue) return { ru: 'Резервная копия свежая', en: 'The backup is fresh' }
  if (newest === undefined)
    return {
      ru: `Резервных копий нет, а должна быть не старше ${days} сут`,
      en: `There is no backup, and one no older than ${days} days is wanted`,
    }
  // The day in UTC: whoever looks after the server is told the hour on the page.
  const on = newest.madeAt.slice(0, 10)
  return {
    ru: `Резервная копия устарела: последняя от ${on}, а должна быть не старше ${days} сут`,
    en: `The backup is overdue: the last one is of ${on}, and one no older than ${days} days is wanted`,
  }
}
