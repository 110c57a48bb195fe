import type { Command } from 'commander'

import { center } from '@pult/contract/center'

import { clientOf, printJson, wantsJson, withServerFlags, type ServerFlags } from './client-options.ts'
import { BadInput } from './failure.ts'

interface CreateFlags extends ServerFlags {
  readonly timeZone: string
  readonly calendar: string
}

/** `pult center create`. */
export function registerCenter(program: Command): void {
  const command = program.command('center').description('centres')
  const create = withServerFlags(
    command
      .command('create')
      .description('makes a centre and says its number')
      .argument('<name>', 'its name')
      .option('--time-zone <zone>', 'IANA name', 'Europe/Moscow')
      .option('--calendar <name>', 'whose holidays: ru or none', 'ru'),
  )
  create.action(async (name: string, flags: CreateFlags) => {
    const calendar = calendarOf(flags.calendar)
    const client = await clientOf(flags)
    const made = await client.call(center.createCenter, { body: { name, timeZone: flags.timeZone, calendar } })
    if (wantsJson(create)) printJson(made)
    else console.log(`Centre ${made.centerId} is made: ${name}`)
  })
}

function calendarOf(name: string): 'ru' | 'none' {
  if (name === 'ru' || name === 'none') return name
  throw new BadInput(`--calendar must be ru or none, not "${name}".`)
}
