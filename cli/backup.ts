import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Command } from 'commander'

import { printJson, wantsJson } from './json-output.ts'
import { createProgressBar } from './progress-bar.ts'

interface DataFlag {
  readonly data?: string
}

const DATA = '--data <folder>'
const DATA_WORDS =
  'folder of the embedded database and uploads (PULT_DATA; ./data); DATABASE_URL for a server of one’s own'

/** `pult backup`: everything an installation holds in one file, also while it works. */
export function registerBackup(program: Command): void {
  const command = program
    .command('backup')
    .description('everything an installation holds in one file, also while Pult works; the file holds secrets')
    .argument('[file]', 'a file that does not exist yet (pult-<date>.tar.gz)')
    .option(DATA, DATA_WORDS)
  command.action(async (file: string | undefined, flags: DataFlag) => {
    const { backUp } = await import('../server/backup.ts')
    const bar = createProgressBar(process.stderr)
    const report = await backUp({ dataFolder: flags.data }, file, await pultVersion(), (fraction, words) =>
      bar.show(fraction, words),
    ).finally(() => bar.end())
    if (!report.isNoted)
      console.error(
        'This backup could not be noted in the database: Pult goes by an older one when it says how old the newest is.',
      )
    if (wantsJson(command)) printJson(report)
    else
      console.log(
        `${report.file}: ${report.rows} rows of ${report.tables} tables, ${Math.ceil(report.bytes / 1e6)} MB, in ${report.seconds} s. It holds people’s data and this installation’s secrets: keep it where nobody else reads.`,
      )
  })
}

/** `pult restore`: a backup into a new data folder or an empty database, proved equal. */
export function registerRestore(program: Command): void {
  const command = program
    .command('restore')
    .description('a backup into a new data folder or an empty database, proved equal table by table')
    .argument('<file>', 'what "pult backup" wrote, with this Pult or an earlier one')
    .option(DATA, DATA_WORDS)
  command.action(async (file: string, flags: DataFlag) => {
    const { restore } = await import('../server/backup.ts')
    const began = performance.now()
    const bar = createProgressBar(process.stderr)
    const report = await restore({ dataFolder: flags.data }, file, (fraction, words) =>
      bar.show(fraction, words),
    ).finally(() => bar.end())
    const seconds = Math.round((performance.now() - began) / 100) / 10
    if (wantsJson(command)) printJson({ ...report, equal: true, seconds })
    else
      console.log(
        `${report.rows} rows of ${report.tables} tables, as they were on ${report.madeAt}, in ${seconds} s; every table is proved equal.` +
          (report.migrated.length === 0
            ? ''
            : ` The schema was brought up to date by ${report.migrated.length} steps.`),
      )
  })
}

async function pultVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}
