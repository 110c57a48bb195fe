import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { setTimeout as rest } from 'node:timers/promises'

import type { Command } from 'commander'

import { schedule } from '@pult/contract/schedule'
import type { LawViolation, Roster } from '@pult/contract/schedule-roster'
import { scheduleReports } from '@pult/contract/schedule-reports'

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
import { writeOut } from './write-out.ts'

interface CenterFlags extends ServerFlags {
  readonly center: string
}

const LOOK_EVERY_MS = 500

/** `pult schedule build|check|publish|export|import`. */
export function registerSchedule(program: Command): void {
  const command = program.command('schedule').description('rosters of a centre: who works when')
  registerBuild(command)
  registerCheck(command)
  registerPublish(command)
  registerExport(command)
  registerImport(command)
}

function ofCenter(command: Command): Command {
  return withServerFlags(command.requiredOption('--center <number>', 'number of the centre, as in its address /c/1'))
}

function ofRoster(command: Command): Command {
  return ofCenter(command.requiredOption('--roster <number>', 'number of the roster'))
}

interface RosterFlags extends CenterFlags {
  readonly roster: string
}

async function open(flags: RosterFlags) {
  const client = await clientOf(flags)
  const params = { centerId: wholeNumber(flags.center, '--center'), rosterId: wholeNumber(flags.roster, '--roster') }
  return { client, params }
}

interface BuildFlags extends CenterFlags {
  readonly requirement: string
  readonly from: string
  readonly to: string
  readonly name?: string
  readonly seconds: string
  readonly seed?: string
  readonly agents?: string
  readonly templates?: string
  readonly startFrom?: string
}

function registerBuild(parent: Command): void {
  const build = ofCenter(
    parent
      .command('build')
      .description('makes a roster for a requirement and waits until it is made')
      .requiredOption('--requirement <number>', 'number of the requirement it is to cover')
      .requiredOption('--from <day>', 'first day, 2026-06-01')
      .requiredOption('--to <day>', 'last day, included')
      .option('--name <name>', 'what it is called')
      .option('--seconds <number>', 'how long it is improved at most', '120')
      .option('--seed <number>', 'the same seed and steps give the same roster')
      .option('--agents <numbers>', 'agents with commas; everybody with an agreement when left out')
      .option('--templates <numbers>', 'shift templates with commas; all that its people may work when left out')
      .option('--start-from <number>', 'an earlier roster to stay near to'),
  )
  build.action(async (flags: BuildFlags) => {
    const client = await clientOf(flags)
    const centerId = wholeNumber(flags.center, '--center')
    const { rosterId } = await client.call(schedule.createRoster, {
      params: { centerId },
      body: {
        name: flags.name ?? `${flags.from} – ${flags.to}`,
        requirementId: wholeNumber(flags.requirement, '--requirement'),
        firstDay: readDay(flags.from, '--from'),
        lastDay: readDay(flags.to, '--to'),
        agentIds: flags.agents?.split(',').map((id) => wholeNumber(id, '--agents')) ?? null,
        templateIds: flags.templates?.split(',').map((id) => wholeNumber(id, '--templates')) ?? null,
        seconds: wholeNumber(flags.seconds, '--seconds', 0),
        startFrom: flags.startFrom === undefined ? null : wholeNumber(flags.startFrom, '--start-from'),
        ...(flags.seed === undefined ? {} : { seed: wholeNumber(flags.seed, '--seed', 0) }),
      },
    })
    const roster = await follow(client, { centerId, rosterId })
    const { parts, progress, warnings, status, problem } = roster
    if (wantsJson(build)) printJson({ rosterId, status, problem, parts, ...progress, warnings, agents: roster.agents })
    else sayRoster(roster)
    if (status === 'failed')
      throw new BadInput(
        problem === 'nobody'
          ? 'Nobody can be on this roster: people need an agreement, a queue and a shift template. The warnings say who lacks what.'
          : `The roster could not be made: ${problem ?? 'unknown'}.`,
      )
  })
}

/** Waits until a roster is made, and shows how far it is. */
async function follow(client: Client, params: { centerId: number; rosterId: number }): Promise<Roster> {
  const bar = createProgressBar(process.stderr)
  for (;;) {
    const { rosters } = await client.call(schedule.listRosters, { params: { centerId: params.centerId } })
    const roster = rosters.find(({ rosterId }) => rosterId === params.rosterId)
    if (roster === undefined) throw new Error(`Roster ${params.rosterId} was thrown away while it was made.`)
    const { status, progress } = roster
    if (status !== 'waiting' && status !== 'making') {
      bar.end()
      return roster
    }
    const best = progress.objective === null ? 'no lawful roster yet' : `best ${Math.round(progress.objective)}`
    const gap = progress.gap === null ? '' : `, gap ${(progress.gap * 100).toFixed(2)} %`
    bar.show(progress.share, `${best}${gap}`)
    await rest(LOOK_EVERY_MS)
  }
}

function sayRoster({ rosterId, status, agents, parts, progress, warnings }: Roster): void {
  console.log(`Roster ${rosterId}: ${status}, ${agents} agents.`)
  if (parts !== null) {
    const { total, ...others } = parts
    console.log(
      `Objective ${total.toFixed(2)}: ${Object.entries(others)
        .map(([part, money]) => `${part} ${money.toFixed(2)}`)
        .join(', ')}.`,
    )
  }
  if (progress.bound !== null)
    console.log(
      `No roster can cost less than ${progress.bound.toFixed(2)}: the gap is ${((progress.gap ?? 0) * 100).toFixed(2)} %.`,
    )
  for (const { code, values } of warnings) console.error(`${code}: ${Object.values(values).join(', ')}`)
}

function registerCheck(parent: Command): void {
  const check = ofRoster(
    parent.command('check').description('holds a roster against labour law; status 1 when a blocking rule is broken'),
  )
  check.action(async (flags: RosterFlags) => {
    const { client, params } = await open(flags)
    const { violations } = await client.call(schedule.readViolations, { params })
    const coverage = await client.call(scheduleReports.readCoverage, { params })
    const shortHours = coverage.days.reduce((sum, day) => sum + day.hoursShort, 0)
    const undecided = violations.filter(isOpen)
    if (wantsJson(check)) printJson({ lawful: undecided.length === 0, shortHours, violations })
    else {
      for (const violation of violations) console.log(lineOf(violation))
      console.log(
        `${violations.length} rules broken, ${undecided.length} of them blocking and undecided; ${shortHours} agent-hours short.`,
      )
    }
    if (undecided.length > 0) process.exitCode = 1
  })
}

const isOpen = ({ severity, decision }: LawViolation): boolean => severity === 'block' && decision === null

const lineOf = ({ severity, day, agentName, article, sentence, cures }: LawViolation): string =>
  [
    `${severity}  ${day}  ${agentName ?? 'the roster'}: ${sentence.en} (${article})`,
    ...cures.slice(0, 1).map((cure) => `       cure: ${cure.sentence.en}`),
  ].join('\n')

function registerPublish(parent: Command): void {
  const publish = ofRoster(
    parent
      .command('publish')
      .description('publishes a roster; refused while a blocking rule is broken')
      .option(
        '--reason <text>',
        'the reason for which it is published although blocking rules are broken; kept with your name',
      ),
  )
  publish.action(async (flags: RosterFlags & { readonly reason?: string }) => {
    const { client, params } = await open(flags)
    const { roster } = await client.call(schedule.readRoster, { params })
    const { violations } = await client.call(schedule.readViolations, { params })
    const blocking = violations.filter(isOpen)
    const { reason } = flags
    const decisions = reason === undefined ? [] : blocking.map(({ key }) => ({ key, reason }))
    await client.call(schedule.publishRoster, { params, body: { version: roster.version, decisions } })
    if (wantsJson(publish)) printJson({ rosterId: params.rosterId, decided: decisions.length })
    else console.log(`Roster ${params.rosterId} is published; ${decisions.length} broken rules were decided on.`)
  })
}

function registerExport(parent: Command): void {
  const exporting = ofRoster(
    parent
      .command('export')
      .description('writes a roster as a file, a row a shift')
      .requiredOption('--out <file>', 'the file to write; its ending, .csv or .xlsx, says the format')
      .option('--language <ru or en>', 'of the headings', 'ru'),
  )
  exporting.action(async (flags: RosterFlags & { readonly out: string; readonly language: string }) => {
    const format = /\.(csv|xlsx)$/i.exec(flags.out)?.[1]?.toLowerCase()
    if (format !== 'csv' && format !== 'xlsx')
      throw new BadInput('--out: the name of the file ends with .csv or .xlsx.')
    const { language, out } = flags
    if (language !== 'ru' && language !== 'en') throw new BadInput('--language: ru or en.')
    const { client, params } = await open(flags)
    const bytes = await client.download(schedule.exportRoster, { params, query: { format, language } })
    await writeOut(out, bytes)
    if (wantsJson(exporting)) printJson({ rosterId: params.rosterId, file: out, bytes: bytes.length })
    else console.log(`${out}: ${bytes.length} bytes.`)
  })
}

function registerImport(parent: Command): void {
  const importing = ofRoster(
    parent
      .command('import')
      .description('takes shifts of a draft from a csv file as export writes it, edited by hand')
      .argument('<file>', 'the file')
      .option('--dry-run', 'says what would happen and changes nothing'),
  )
  importing.action(async (file: string, flags: RosterFlags & { readonly dryRun?: boolean }) => {
    const { client, params } = await open(flags)
    const { roster } = await client.call(schedule.readRoster, { params })
    const query = { version: roster.version, isTrial: flags.dryRun === true ? ('true' as const) : ('false' as const) }
    const bytes = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
    const imported = await client.upload(schedule.importRoster, { params, query }, bytes)
    if (wantsJson(importing)) printJson(imported)
    else {
      const { rows, added, changed, removed, isApplied } = imported
      console.log(
        `${rows} rows: ${added} shifts added, ${changed} changed, ${removed} removed${isApplied ? '' : '; nothing was kept'}.`,
      )
    }
    const [first] = imported.problems
    if (first !== undefined)
      throw new BadInput(
        `${file}, row ${first.row}, ${first.field}: ${first.reason}.${imported.problems.length > 1 ? ` And ${imported.problems.length - 1} more.` : ''}`,
      )
  })
}
