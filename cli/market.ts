import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as rest } from 'node:timers/promises'

import type { Command } from 'commander'

import { market, type PayReply, type SkillsReply } from '@pult/contract/market'
import type { FileOutcome } from '@pult/contract/market-refresh'
import type { SnapshotSummary } from '@pult/contract/market-words'

import {
  clientOf,
  printJson,
  readDay,
  wantsJson,
  wholeNumber,
  withServerFlags,
  type ServerFlags,
} from './client-options.ts'
import type { Client } from './client.ts'
import { BadInput } from './failure.ts'
import { createProgressBar } from './progress-bar.ts'

interface MarketFlags extends ServerFlags {
  readonly center: string
  readonly of?: string
}

const LOOK_EVERY_MS = 500

/** `pult market import|refresh|skills|salaries`. */
export function registerMarket(program: Command): void {
  const command = program.command('market').description('vacancies of other employers: skills asked for, pay')
  registerImport(command)
  registerRefresh(command)
  registerSkills(command)
  registerSalaries(command)
}

function ofSpecialisation(command: Command): Command {
  return withServerFlags(
    command
      .requiredOption('--center <number>', 'number of the centre, as in its address /c/1')
      .option('--of <specialisation>', 'number or name of the specialisation; the only one when left out'),
  )
}

interface Opened {
  readonly client: Client
  readonly params: { readonly centerId: number; readonly specialisationId: number }
  readonly name: string
}

async function open(flags: MarketFlags): Promise<Opened> {
  const client = await clientOf(flags)
  const centerId = wholeNumber(flags.center, '--center')
  const { specialisations } = await client.call(market.readMarket, { params: { centerId } })
  const wanted = flags.of
  const found =
    wanted === undefined
      ? specialisations
      : specialisations.filter(({ specialisationId, name }) => String(specialisationId) === wanted || name === wanted)
  const [one] = found
  if (one !== undefined && found.length === 1)
    return { client, params: { centerId, specialisationId: one.specialisationId }, name: one.name }
  const known = specialisations.map(({ specialisationId, name }) => `${specialisationId} ${name}`).join(', ')
  throw new BadInput(
    specialisations.length === 0
      ? 'The centre has no specialisation yet: make one on the page Market.'
      : `Say which specialisation with --of: ${known}.`,
  )
}

function registerImport(parent: Command): void {
  const command = ofSpecialisation(
    parent
      .command('import')
      .description('takes a saved file of vacancies, JSON or CSV, as a dated snapshot')
      .argument('<file>', 'the file')
      .option('--day <day>', 'on which day they were active, 2026-11-02; today when left out')
      .option('--together', 'part of the snapshot that files of that day made: a search saved page by page'),
  )
  command.action(async (file: string, flags: MarketFlags & { readonly day?: string; readonly together?: boolean }) => {
    await stat(file).catch(() => {
      throw new BadInput(`There is no file ${file}.`)
    })
    const { client, params } = await open(flags)
    const files = flags.together === true ? ('together' as const) : ('apart' as const)
    const query = {
      name: basename(file),
      day: flags.day === undefined ? undefined : readDay(flags.day, '--day'),
      files,
    }
    const bytes = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
    const outcome = await client.upload(market.importVacancies, { params, query }, bytes)
    if (wantsJson(command)) printJson(outcome)
    else sayOutcome(outcome)
  })
}

const wordsByProblem = {
  noTitle: 'no title',
  notAVacancy: 'no vacancy',
  skillTooLong: 'a skill longer than a name can be',
  payNotANumber: 'pay is no number',
  fromAboveTo: '"from" is above "to"',
  badDate: 'not a date',
} as const satisfies Record<FileOutcome['problems'][number]['problem'], string>

function sayOutcome({ snapshotId, rows, read, otherTitle, otherRegion, problems, moreProblems }: FileOutcome): void {
  console.log(
    `Snapshot ${snapshotId}: ${read} of ${rows} rows taken, ${otherTitle} with another title, ${otherRegion} of another region.`,
  )
  for (const { row, problem, value, isKept } of problems)
    console.error(`row ${row}: ${wordsByProblem[problem]}, ${isKept ? 'kept without it' : 'left out'}: ${value}`)
  if (moreProblems > 0) console.error(`and ${moreProblems} more`)
}

function registerRefresh(parent: Command): void {
  const command = ofSpecialisation(
    parent.command('refresh').description('asks the sources that are on for the vacancies active now, and waits'),
  )
  command.action(async (flags: MarketFlags) => {
    const { client, params } = await open(flags)
    const { snapshotId } = await client.call(market.refresh, { params, body: {} })
    const snapshot = await follow(client, params, snapshotId)
    if (wantsJson(command)) printJson(snapshot)
    else saySnapshot(snapshot)
    if (snapshot.status !== 'done')
      throw new BadInput(`The refresh ended as "${snapshot.status}": ${snapshot.problem ?? 'stopped'}.`)
  })
}

/** Waits until a refresh is over, and shows how far it is. */
async function follow(client: Client, params: Opened['params'], snapshotId: number): Promise<SnapshotSummary> {
  const bar = createProgressBar(process.stderr)
  for (;;) {
    const { snapshots } = await client.call(market.listSnapshots, { params })
    const snapshot = snapshots.find((one) => one.snapshotId === snapshotId)
    if (snapshot === undefined) throw new Error(`Snapshot ${snapshotId} was thrown away while it was taken.`)
    if (snapshot.status !== 'waiting' && snapshot.status !== 'running') {
      bar.end()
      return snapshot
    }
    bar.show(
      snapshot.progress,
      snapshot.counts.map(({ source, read, found }) => `${source} ${read}/${found}`).join(', '),
    )
    await rest(LOOK_EVERY_MS)
  }
}

function saySnapshot({ takenOn, vacancies, named, counts }: SnapshotSummary): void {
  for (const { source, requests, retries, found, read, fresh, gone, problem } of counts)
    console.log(
      `${source}: ${read} of ${found} read, ${fresh} new, ${gone} gone; ${requests} requests, ${retries} again${problem === null ? '' : `; ${problem}`}.`,
    )
  console.log(`${takenOn}: ${vacancies} vacancies, ${named} name skills.`)
}

function registerSkills(parent: Command): void {
  const command = ofSpecialisation(
    parent
      .command('skills')
      .description('skills by the share of vacancies that name them')
      .option('--limit <number>', 'how many', '100')
      .option('--search <text>', 'part of the name', '')
      .option('--seen', 'of all vacancies seen within a year, not only those active'),
  )
  command.action(
    async (flags: MarketFlags & { readonly limit: string; readonly search: string; readonly seen?: boolean }) => {
      const { client, params } = await open(flags)
      const query = {
        scope: flags.seen === true ? ('seen' as const) : ('active' as const),
        search: flags.search,
        sort: 'share' as const,
        limit: wholeNumber(flags.limit, '--limit'),
      }
      const table = await client.call(market.readSkills, { params, query })
      if (wantsJson(command)) printJson(table)
      else saySkills(table)
    },
  )
}

const percent = (value: number): string => `${(value * 100).toFixed(2)} %`

function saySkills({ snapshot, vacancies, named, total, skills }: SkillsReply): void {
  if (snapshot === null) return console.log('There is no snapshot yet: pult market import, or pult market refresh.')
  console.log(
    `${snapshot.takenOn}: ${named} of ${vacancies} vacancies name skills; ${skills.length} of ${total} skills.`,
  )
  for (const { name, share, low, high, naming } of skills)
    console.log(
      `${percent(share).padStart(9)}  ${percent(low)}–${percent(high)}  ${String(naming).padStart(6)}  ${name}`,
    )
}

function registerSalaries(parent: Command): void {
  const command = ofSpecialisation(
    parent.command('salaries').description('pay after tax, a month, and what was left out'),
  )
  command.action(async (flags: MarketFlags) => {
    const { client, params } = await open(flags)
    const pay = await client.call(market.readPay, { params })
    if (wantsJson(command)) printJson(pay)
    else sayPay(pay)
  })
}

function sayPay({ snapshot, all, groups, kinds, taxFrom }: PayReply): void {
  if (snapshot === null) return console.log('There is no snapshot yet: pult market import, or pult market refresh.')
  console.log(`${snapshot.takenOn}, roubles a month after tax (rule from ${taxFrom}):`)
  const line = (name: string, { n, p25, median, p75 }: PayReply['all']): void => {
    const [low, middle, high] = [p25, median, p75].map((value) => (value === null ? '–' : String(Math.round(value))))
    console.log(`${name.padEnd(28)} n ${String(n).padStart(5)}  median ${middle}  half ${low}–${high}`)
  }
  line('all', all)
  for (const { split, value, figures } of groups) line(`${split} ${value}`, figures)
  const left = kinds.filter(({ kind, count }) => kind !== 'monthly' && count > 0)
  if (left.length > 0) console.log(`In no figure: ${left.map(({ kind, count }) => `${kind} ${count}`).join(', ')}.`)
}
