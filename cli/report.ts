import type { Command } from 'commander'

import { reportFormats, reportLanguages, reportRhythms } from '@pult/contract/report-words'
import { reports } from '@pult/contract/reports'

import {
  clientOf,
  oneOf,
  printJson,
  readDay,
  wantsJson,
  wholeNumber,
  withServerFlags,
  type ServerFlags,
} from './client-options.ts'
import { BadInput } from './failure.ts'
import { writeOut } from './write-out.ts'

interface MakeFlags extends ServerFlags {
  readonly center: string
  readonly kind: string
  readonly on?: string
  readonly language: string
  readonly out: string
}

/** `pult report make`. */
export function registerReport(program: Command): void {
  const command = program.command('report').description('reports to management')
  withServerFlags(
    command
      .command('make')
      .description('the report to management of a day, a week or a month that is over, as PDF or XLSX')
      .requiredOption('--center <number>', 'number of the centre, as in its address /c/1')
      .option('--kind <kind>', reportRhythms.join(', '), 'weekly')
      .option('--on <day>', 'a day of the period, 2026-11-02; the period that is over last when left out')
      .option('--language <ru|en>', 'language of the report', 'ru')
      .requiredOption('--out <file>', 'where to write it; .pdf or .xlsx'),
  ).action(async (flags: MakeFlags, own: Command) => {
    const rhythm = oneOf(reportRhythms, flags.kind, '--kind')
    const language = oneOf(reportLanguages, flags.language, '--language')
    const format = reportFormats.find((one) => flags.out.endsWith(`.${one}`))
    if (format === undefined) throw new BadInput(`--out must end with .pdf or .xlsx, and "${flags.out}" does not.`)
    const on = flags.on === undefined ? undefined : readDay(flags.on, '--on')
    const params = { centerId: wholeNumber(flags.center, '--center') }
    const client = await clientOf(flags)
    const query = { rhythm, language, format, ...(on === undefined ? {} : { on }) }
    const bytes = await client.download(reports.drawReport, { params, query })
    await writeOut(flags.out, bytes)
    if (wantsJson(own)) printJson({ out: flags.out, bytes: bytes.length })
    else console.log(`${flags.out}: ${bytes.length} bytes`)
  })
}
