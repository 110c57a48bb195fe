import type { Command } from 'commander'

import { privacy, type PersonAsked } from '@pult/contract/privacy'
import { dataKindWords, wayFoundWords } from '@pult/contract/privacy-words'

import {
  clientOf,
  oneOf,
  printJson,
  wantsJson,
  wholeNumber,
  withServerFlags,
  type ServerFlags,
} from './client-options.ts'
import { BadInput } from './failure.ts'
import { writeOut } from './write-out.ts'

interface PersonFlags extends ServerFlags {
  readonly center: string
  readonly customer?: string
  readonly agent?: string
}

/** `pult personal find|export`. Nothing is erased from here: that is done looking at it. */
export function registerPersonal(program: Command): void {
  const command = program.command('personal').description('what is held of a customer or an agent')
  const find = ofPerson(command.command('find').description('by kind: how many rows, between which days'))
  find.action(async (flags: PersonFlags) => {
    const client = await clientOf(flags)
    const params = { centerId: wholeNumber(flags.center, '--center') }
    const found = await client.call(privacy.find, { params, body: askedOf(flags) })
    if (wantsJson(find)) return printJson(found)
    console.log(found.parts.length === 0 ? `Nothing is held of ${found.called}.` : found.called)
    for (const { kind, way, rows, first, last } of found.parts)
      console.log(`${dataKindWords[kind].en}, ${wayFoundWords[way].en}: ${rows} (${first ?? '–'} to ${last ?? '–'})`)
    if (found.held !== null) console.log(`Nothing may be removed: ${found.held}`)
  })
  const copy = ofPerson(command.command('export').description('the person’s copy'))
    .option('--format <format>', 'json, xlsx, csv', 'json')
    .option('--language <ru|en>', 'language of a table', 'ru')
    .requiredOption('--out <file>', 'where to write it')
  copy.action(async (flags: PersonFlags & { format: string; language: string; out: string }) => {
    const client = await clientOf(flags)
    const params = { centerId: wholeNumber(flags.center, '--center') }
    const query = {
      format: oneOf(['json', 'xlsx', 'csv'], flags.format, '--format'),
      language: oneOf(['ru', 'en'], flags.language, '--language'),
    }
    const bytes = await client.download(privacy.exportPerson, { params, query, body: askedOf(flags) })
    await writeOut(flags.out, bytes, { mode: 0o600 })
    if (wantsJson(copy)) printJson({ file: flags.out, bytes: bytes.length })
    else console.log(flags.out)
  })
}

const ofPerson = (command: Command): Command =>
  withServerFlags(
    command
      .requiredOption('--center <number>', 'number of the centre, as in its address /c/1')
      .option('--customer <number>', 'a customer’s number or address, however it is written')
      .option('--agent <id>', 'an agent’s number'),
  )

/** With fewer, everybody would be found. */
const FEWEST_LETTERS = 3

function askedOf({ customer, agent }: PersonFlags): PersonAsked {
  if ((customer === undefined) === (agent === undefined)) throw new BadInput('Give either --customer or --agent.')
  if (customer !== undefined && customer.trim().length < FEWEST_LETTERS)
    throw new BadInput(`--customer must have at least ${FEWEST_LETTERS} characters, and "${customer}" has fewer.`)
  return customer === undefined
    ? { of: 'agent', agentId: wholeNumber(agent ?? '', '--agent') }
    : { of: 'customer', text: customer }
}
