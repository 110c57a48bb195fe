import { setTimeout as rest } from 'node:timers/promises'

import type { Command } from 'commander'

import { connectors, type LogPosition } from '@pult/contract/connectors'
import { endOf, nextPiece } from '@pult/engine/connectors'

import { clientOf, printJson, wantsJson, wholeNumber, withServerFlags, type ServerFlags } from './client-options.ts'
import type { Client } from './client.ts'
import { BadInput } from './failure.ts'
import { linesOfPiece, openLogFiles } from './log-files.ts'

interface FollowFlags extends ServerFlags {
  readonly center: string
  readonly channel?: string
  readonly once?: boolean
}

interface Followed {
  readonly channel: number
  /** Lines that were sent by this run. */
  lines: number
}

const LOOK_EVERY_MS = 300
const MOST_BYTES = 1024 * 1024
const LONGEST_REST_MS = 30_000

/** `pult follow FILE`: sends a queue_log to Pult while it grows. */
export function registerFollow(program: Command): void {
  const command = withServerFlags(
    program
      .command('follow')
      .description('sends a queue_log of this machine to Pult while it grows, through every rotation')
      .argument('<file>', 'the log, as /var/log/asterisk/queue_log')
      .requiredOption('--center <number>', 'number of the centre, as in its address /c/1')
      .option('--channel <number>', 'number of the channel (Settings → Channels); not needed where there is one')
      .option('--once', 'sends what is there and ends'),
  )
  command.action(async (file: string, flags: FollowFlags) => {
    const client = await clientOf(flags)
    const centerId = wholeNumber(flags.center, '--center')
    const channel = await channelOf(client, centerId, flags.channel)
    const followed: Followed = { channel: channel.connectorId, lines: 0 }
    await follow(client, { centerId, ...channel }, { file, once: flags.once ?? false }, followed)
    if (wantsJson(command)) printJson(followed)
    else console.log(`${file}: ${followed.lines} lines sent.`)
  })
}

interface Channel {
  readonly connectorId: number
  readonly begin: 'start' | 'end'
}

async function channelOf(client: Client, centerId: number, given: string | undefined): Promise<Channel> {
  const { connectors: list } = await client.call(connectors.listConnectors, { params: { centerId } })
  const known = list.filter(({ kind }) => kind === 'follow')
  const connectorId = given === undefined ? undefined : wholeNumber(given, '--channel')
  const found = connectorId === undefined ? known : known.filter((one) => one.connectorId === connectorId)
  const [first] = found
  if (first !== undefined && found.length === 1) {
    const { settings } = first
    return { connectorId: first.connectorId, begin: 'begin' in settings ? settings.begin : 'end' }
  }
  const there = known.map((one) => `${one.connectorId} (${one.name})`).join(', ')
  throw new BadInput(
    there === ''
      ? 'This centre has no channel for a log of another machine. Make one: Settings → Channels, kind “queue_log on another machine”.'
      : `Say which channel with --channel: there are ${there}.`,
  )
}

/** Follows until the end of the process; with `once` to the end of the file. Waits where Pult is away: the file keeps what comes meanwhile. */
async function follow(
  client: Client,
  params: Channel & { readonly centerId: number },
  { file, once }: { readonly file: string; readonly once: boolean },
  followed: Followed,
): Promise<void> {
  let wait = 1000
  for (;;) {
    try {
      await followOn(client, params, { file, once }, followed, () => (wait = 1000))
      return
    } catch (error) {
      if (once || error instanceof BadInput) throw error
      console.error(`${(error as Error).message} Trying again in ${wait / 1000} s.`)
      await rest(wait)
      wait = Math.min(LONGEST_REST_MS, wait * 2)
    }
  }
}

async function followOn(
  client: Client,
  { centerId, connectorId, begin }: Channel & { readonly centerId: number },
  { file, once }: { readonly file: string; readonly once: boolean },
  followed: Followed,
  worked: () => void,
): Promise<void> {
  const params = { centerId, connectorId }
  const files = openLogFiles(file)
  let { position } = await client.call(connectors.readPosition, { params })
  const send = async (next: LogPosition, lines: string[], seam: 'rotated' | 'lost' | null): Promise<void> => {
    const body = { after: position, position: next, lines, seam }
    const reply = await client.call(connectors.sendLines, { params, body })
    ;({ position } = reply)
    if (reply.taken) followed.lines += lines.length
    worked()
  }
  if (position === null && begin === 'end') {
    const end = await endOf(files)
    if (end !== null) await send(end, [], null)
  }
  for (;;) {
    const piece = await nextPiece(files, position, MOST_BYTES)
    if (piece !== null) await send(piece.position, linesOfPiece(piece.bytes), piece.seam)
    else if (once) return
    else await rest(LOOK_EVERY_MS)
  }
}
