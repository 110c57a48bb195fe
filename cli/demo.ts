import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

import type { Command } from 'commander'

import { createQueueLogWriter, demoCenter, simulateDay } from '@pult/engine/demo'
import { addDays, createZone, datesBetween } from '@pult/engine/time'

import { printJson, readDay, wantsJson, wholeNumber } from './client-options.ts'
import { createProgressBar } from './progress-bar.ts'

interface LogFlags {
  readonly days: string
  readonly until?: string
  readonly seed: string
  readonly out: string
}

/** `pult demo queue-log`: the demonstration as the log of an Asterisk, of any size. Needs no server. */
export function registerDemo(program: Command): void {
  const log = program
    .command('demo')
    .description('the demonstration centre')
    .command('queue-log')
    .description('writes simulated days as an Asterisk queue_log')
    .option('--days <number>', 'how many days', '7')
    .option('--until <day>', 'the last day; yesterday when left out')
    .option('--seed <text>', 'another seed, another history', 'лукошко')
    .requiredOption('--out <file>', 'where to; .gz is packed')
  log.action(async (flags: LogFlags) => {
    const days = wholeNumber(flags.days, '--days')
    const until = readDay(flags.until ?? addDays(new Date().toISOString().slice(0, 10), -1), '--until')
    const bar = createProgressBar(process.stderr)
    const counted = { days, lines: 0, contacts: 0 }
    const chunks = Readable.from(
      logChunks(flags.seed, until, days, counted, (done) => bar.show(done, `${counted.lines} lines`)),
    )
    const file = createWriteStream(flags.out)
    if (flags.out.endsWith('.gz')) await pipeline(chunks, createGzip(), file)
    else await pipeline(chunks, file)
    bar.end()
    if (wantsJson(log)) printJson({ ...counted, file: flags.out })
    else console.log(`${flags.out}: ${counted.lines} lines, ${counted.contacts} contacts, ${days} days up to ${until}`)
  })
}

function* logChunks(
  seed: string,
  until: string,
  days: number,
  counted: { lines: number; contacts: number },
  onDay: (done: number) => void,
): Generator<string> {
  const center = demoCenter({ anchorDate: addDays(until, 1) })
  const zone = createZone(center.timeZone)
  const writer = createQueueLogWriter()
  const text = (lines: readonly string[]): string => {
    counted.lines += lines.length
    return lines.length === 0 ? '' : `${lines.join('\n')}\n`
  }
  for (const [index, date] of datesBetween(addDays(until, 1 - days), addDays(until, 1)).entries()) {
    const day = simulateDay({ seed, date, center })
    counted.contacts += day.contacts.length
    yield text(writer.day(day, zone.startOfDay(addDays(date, 1))))
    onDay((index + 1) / days)
  }
  yield text(writer.rest())
}
