import type { Command } from 'commander'

import {
  measures,
  plainQuestion,
  splits,
  type MeasureQuery,
  type MeasureReply,
  type Split,
} from '@pult/contract/measures'
import { recomputeRoutes } from '@pult/contract/measures-recompute'

import { clientOf, printJson, wantsJson, wholeNumber, withServerFlags, type ServerFlags } from './client-options.ts'
import { BadInput } from './failure.ts'

interface MeasuresFlags extends ServerFlags {
  readonly center: string
  readonly from: string
  readonly to: string
  readonly by?: string
  readonly measures?: string
  readonly definition?: string
  readonly within?: string
  readonly mend?: boolean
}

const USUAL = ['offered', 'answered', 'abandoned', 'abandonRate', 'serviceLevelNeutral', 'asaSeconds', 'ahtSeconds']

/** `pult measures` and `pult measures recompute`. */
export function registerMeasures(program: Command): void {
  const command = withServerFlags(
    program
      .command('measures')
      .description('KPIs of a period, with their definitions')
      .option('--center <number>', 'number of the centre, as in its address /c/1')
      .option('--from <day or instant>', 'first day, 2026-11-01, or an instant with offset')
      .option('--to <day or instant>', 'the first day or instant that no longer belongs to it')
      .option('--by <splits>', `up to two of ${splits.join(', ')}`)
      .option('--measures <ids>', 'which, with commas; the usual seven when left out')
      .option('--definition <id@version>', 'one measure in one version of its definition')
      .option('--within <seconds>', 'threshold instead of the target’s'),
  )
  command.action(async (flags: MeasuresFlags) => {
    const client = await clientOf(flags)
    const reply = await client.call(measures.queryMeasures, {
      params: { centerId: centerOf(flags) },
      body: questionOf(flags),
    })
    if (wantsJson(command)) printJson(reply)
    else printTable(reply)
  })
  registerRecompute(command)
}

function registerRecompute(command: Command): void {
  const recompute = command
    .command('recompute')
    .description('computes the roll-ups of a period from the facts again and compares')
    .option('--mend', 'puts right what differs')
  recompute.action(async () => {
    // The centre, period and server are the parent's options.
    const flags = recompute.optsWithGlobals<MeasuresFlags>()
    const client = await clientOf(flags)
    const { from, to } = questionOf(flags)
    const report = await client.call(recomputeRoutes.recomputeMeasures, {
      params: { centerId: centerOf(flags) },
      body: { from, to, dry: flags.mend !== true },
    })
    if (wantsJson(recompute)) printJson(report)
    else {
      for (const { table, rows, differing } of report.tables)
        console.log(`${table}: ${rows} rows compared, ${differing} differ`)
      for (const example of report.examples) console.log(`  ${example}`)
      if (report.mended) console.log('Mended.')
    }
    if (!report.mended && report.tables.some(({ differing }) => differing > 0)) process.exitCode = 1
  })
}

function centerOf({ center }: MeasuresFlags): number {
  if (center === undefined) throw new BadInput('Give the number of the centre with --center.')
  return wholeNumber(center, '--center')
}

function questionOf(flags: MeasuresFlags): MeasureQuery {
  const { from, to, by = '', within } = flags
  if (from === undefined || to === undefined)
    throw new BadInput('Give the period with --from and --to: --from 2026-11-01 --to 2026-12-01.')
  const splitBy = by
    .split(',')
    .filter((split) => split !== '')
    .map((split): Split => {
      const known = splits.find((one) => one === split)
      if (known === undefined) throw new BadInput(`--by: there is no split "${split}". There are ${splits.join(', ')}.`)
      return known
    })
  const ids = flags.definition === undefined ? (flags.measures?.split(',') ?? USUAL) : [flags.definition]
  return {
    ...plainQuestion,
    from,
    to,
    measures: ids,
    splitBy,
    ...(within === undefined ? {} : { withinSeconds: wholeNumber(within, '--within', 0) }),
  }
}

function printTable(reply: MeasureReply): void {
  const head = [...reply.splitBy, ...reply.measures.map((column) => column.reference)]
  const write = (value: number | null): string => (value === null ? '–' : String(Math.round(value * 10_000) / 10_000))
  // Without a split the only row is the total.
  const rows = [...(reply.splitBy.length === 0 ? [] : reply.rows), reply.total].map((row) => [
    ...reply.splitBy.map((_split, place) => {
      const key = row.keys[place]
      return key === undefined ? (place === 0 ? 'total' : '') : key.label === '' ? String(key.key) : key.label
    }),
    ...row.figures.map((figure) => write(figure.value)),
  ])
  const widths = head.map((title, place) => Math.max(title.length, ...rows.map((row) => (row[place] ?? '').length)))
  for (const row of [head, ...rows])
    console.log(
      row
        .map((cell, place) => cell.padEnd(widths[place] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  if (reply.hoursDue > 0) console.error(`${reply.hoursDue} hours of the period are still being computed.`)
}
