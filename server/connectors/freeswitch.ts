import { setTimeout as rest } from 'node:timers/promises'

import type { FreeSwitchSettings } from '@pult/contract/connectors'

import { endedMeanwhile, logLine, openEventLine, type EventLine } from './event-line.ts'
import { createSwitchLines, statusLines, type SwitchEvent } from './freeswitch-lines.ts'
import type { Running } from './running.ts'
import { inTime, openTextSocket, type TextSocket } from './text-socket.ts'
import { Trouble } from './trouble.ts'
import { ended } from './trouble-words.ts'

const ASK_EVERY_MS = 15_000

/** Hears a FreeSWITCH until told to stop; throws a Trouble when the line is lost. */
export async function hearFreeSwitch(
  running: Running,
  settings: FreeSwitchSettings,
  password: string,
  signal: AbortSignal,
): Promise<void> {
  const ends = new AbortController()
  const until = AbortSignal.any([signal, ends.signal])
  const socket = await signIn(settings, password, until)
  try {
    const line = await openEventLine(running)
    await askGoingOn(socket, line)
    await running.connected()
    await Promise.race([hearEvents(socket, line, until), line.keepStoring(until), keepAlive(socket, until)])
  } finally {
    ends.abort()
    socket.close()
  }
}

/** Tries whether a FreeSWITCH lets Pult in; throws a Trouble that says why not. */
export async function tryFreeSwitch(settings: FreeSwitchSettings, password: string): Promise<void> {
  const ends = new AbortController()
  try {
    const socket = await signIn(settings, password, ends.signal)
    const reply = await api(socket, 'callcenter_config queue list')
    if (/^-ERR|^-USAGE/.test(reply))
      throw new Trouble('notThat', {
        en: `There is no mod_callcenter: it says "${reply.slice(0, 60)}".`,
        ru: `Нет модуля mod_callcenter: отвечают «${reply.slice(0, 60)}».`,
      })
  } finally {
    ends.abort()
  }
}

async function signIn({ host, port }: FreeSwitchSettings, password: string, signal: AbortSignal): Promise<TextSocket> {
  const socket = await openTextSocket(host, port, signal)
  const where = `${host}:${port}`
  try {
    const asked = await inTime(readMessage(socket), {
      en: `${where} does not greet as a FreeSWITCH does.`,
      ru: `${where} не здоровается, как FreeSWITCH.`,
    })
    if (asked.head['Content-Type'] === 'text/rude-rejection')
      throw new Trouble('refused', {
        en: `${where} lets no one in from this machine (acl.conf.xml).`,
        ru: `${where} никого не пускает с этой машины (acl.conf.xml).`,
      })
    if (asked.head['Content-Type'] !== 'auth/request')
      throw new Trouble('notThat', {
        en: `${where} is no event socket of FreeSWITCH.`,
        ru: `${where} — не event socket FreeSWITCH.`,
      })
    if ((await command(socket, `auth ${password}`, where)).startsWith('-ERR'))
      throw new Trouble('refused', {
        en: `${where} does not take this password.`,
        ru: `${where} не принимает этот пароль.`,
      })
    if ((await command(socket, 'event plain CUSTOM callcenter::info', where)).startsWith('-ERR'))
      throw new Trouble('refused', {
        en: `${where} does not tell Pult of callcenter::info.`,
        ru: `${where} не сообщает Пульту о callcenter::info.`,
      })
    return socket
  } catch (error) {
    socket.close()
    throw error
  }
}

/** Calls and agents as they are now: what ended while the line was down is ended, what began is begun. */
async function askGoingOn(socket: TextSocket, line: EventLine): Promise<void> {
  const now = Date.now()
  const agents = rowsOf(await api(socket, 'callcenter_config agent list'))
  const members = new Map<string, Set<string>>()
  for (const agent of agents) if (agent['status'] !== 'Logged Out') members.set(agent['name'] ?? '', new Set(['login']))
  const queues = rowsOf(await api(socket, 'callcenter_config queue list'))
  const calls = new Set<string>()
  const known = new Set(line.memory?.legs.map(({ uniqueId, queue }) => `${uniqueId}|${queue}`))
  for (const { name: queue = '' } of queues) {
    for (const caller of rowsOf(await api(socket, `callcenter_config queue list members ${queue}`))) {
      const { uuid = '' } = caller
      if (caller['state'] === 'Abandoned') continue
      calls.add(`${uuid}|${queue}`)
      if (known.has(`${uuid}|${queue}`)) continue
      const at = Number(caller['joined_epoch'] ?? 0) * 1000 || now
      line.write(logLine(at, [uuid, queue, '', 'ENTERQUEUE'], '', caller['cid_number'] ?? ''))
    }
  }
  for (const one of endedMeanwhile(line.memory, { calls, members }, now)) line.write(one)
  for (const agent of agents)
    for (const one of statusLines(agent['name'] ?? '', agent['status'] ?? '', now)) line.write(one)
}

/** A table as FreeSWITCH writes it: names, rows, `+OK`. */
function rowsOf(text: string): Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = text.split('\n')
  if (head.startsWith('-') || head.startsWith('+OK')) return []
  const names = head.split('|')
  return lines
    .filter((row) => row !== '' && !row.startsWith('+OK'))
    .map((row) => Object.fromEntries(row.split('|').map((cell, index) => [names[index] ?? '', cell])))
}

async function hearEvents(socket: TextSocket, line: EventLine, signal: AbortSignal): Promise<void> {
  const lines = createSwitchLines()
  while (!signal.aborted) {
    const { head, body } = await readMessage(socket)
    if (head['Content-Type'] === 'text/disconnect-notice') throw new Trouble('closed', ended('FreeSWITCH'))
    if (head['Content-Type'] !== 'text/event-plain') continue
    for (const one of lines.event(fieldsOf(body, decode), Date.now())) line.write(one)
  }
}

async function keepAlive(socket: TextSocket, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await rest(ASK_EVERY_MS, undefined, { signal }).catch(() => undefined)
    if (!signal.aborted) socket.send('api uptime s\n\n')
  }
}

async function command(socket: TextSocket, text: string, where: string): Promise<string> {
  socket.send(`${text.replaceAll(/[\r\n]/g, ' ')}\n\n`)
  for (;;) {
    const { head } = await inTime(readMessage(socket), { en: `${where} does not answer.`, ru: `${where} не отвечает.` })
    if (head['Content-Type'] === 'command/reply') return head['Reply-Text'] ?? ''
  }
}

async function api(socket: TextSocket, text: string): Promise<string> {
  socket.send(`api ${text.replaceAll(/[\r\n]/g, ' ')}\n\n`)
  for (;;) {
    const { head, body } = await inTime(readMessage(socket), {
      en: `FreeSWITCH does not answer to "${text}".`,
      ru: `FreeSWITCH не отвечает на «${text}».`,
    })
    if (head['Content-Type'] === 'api/response') return body
  }
}

interface Message {
  readonly head: Readonly<Record<string, string>>
  readonly body: string
}

async function readMessage(socket: TextSocket): Promise<Message> {
  let text = ''
  for (;;) {
    const line = await socket.line()
    if (line === '' && text === '') continue
    if (line === '') break
    text += `${line}\n`
  }
  const head = fieldsOf(text, (value) => value)
  const length = Number(head['Content-Length'] ?? 0)
  return { head, body: length > 0 ? await socket.bytes(length) : '' }
}

function fieldsOf(text: string, read: (value: string) => string): SwitchEvent {
  const fields: Record<string, string> = {}
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) fields[line.slice(0, colon)] ??= read(line.slice(colon + 1).trim())
  }
  return fields
}

/** Values of events are written as in addresses; one that is not is taken as it stands. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
