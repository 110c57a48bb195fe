import { setTimeout as rest } from 'node:timers/promises'

import type { AmiSettings } from '@pult/contract/connectors'

import { createAmiLines, type AmiMessage } from './ami-lines.ts'
import { endedMeanwhile, logLine, openEventLine, type EventLine } from './event-line.ts'
import { followLog } from './follow-log.ts'
import type { Running } from './running.ts'
import { inTime, openTextSocket, type TextSocket } from './text-socket.ts'
import { Trouble } from './trouble.ts'

const PING_EVERY_MS = 15_000

/** Hears an Asterisk until told to stop; throws a Trouble when the line is lost. */
export async function hearAsterisk(
  running: Running,
  settings: AmiSettings,
  password: string,
  signal: AbortSignal,
): Promise<void> {
  const { logPath } = settings
  const ends = new AbortController()
  const until = AbortSignal.any([signal, ends.signal])
  const socket = await signIn(settings, password, until)
  try {
    if (logPath === null) {
      const line = await openEventLine(running)
      await running.connected()
      await Promise.race([hearEvents(socket, line, until), line.keepStoring(until), keepAlive(socket, until)])
    } else {
      // The log tells the facts, with the times of Asterisk itself; an event says that there is something new in it.
      const bell = createBell()
      const heard = hearBell(socket, bell.ring)
      await Promise.race([
        heard,
        followLog(running, { path: logPath, begin: 'end' }, until, bell.next),
        keepAlive(socket, until),
      ])
    }
  } finally {
    ends.abort()
    socket.close()
  }
}

/** Tries whether an Asterisk lets Pult in; throws a Trouble that says why not. */
export async function tryAsterisk(settings: AmiSettings, password: string): Promise<void> {
  const ends = new AbortController()
  try {
    await signIn(settings, password, ends.signal)
  } finally {
    ends.abort()
  }
}

async function signIn({ host, port, user }: AmiSettings, password: string, signal: AbortSignal): Promise<TextSocket> {
  const socket = await openTextSocket(host, port, signal)
  const where = `${host}:${port}`
  try {
    const greeting = await inTime(socket.line(), {
      en: `${where} does not greet as an Asterisk does.`,
      ru: `${where} не здоровается, как Asterisk.`,
    })
    if (!/^Asterisk Call Manager/i.test(greeting))
      throw new Trouble('notThat', {
        en: `${where} is no manager interface of Asterisk: it says "${greeting.slice(0, 60)}".`,
        ru: `${where} — не интерфейс AMI Asterisk: там отвечают «${greeting.slice(0, 60)}».`,
      })
    socket.send(action({ Action: 'Login', Username: user, Secret: password, Events: 'agent' }))
    for (;;) {
      const reply = await inTime(readMessage(socket), {
        en: `${where} does not answer to the sign-in.`,
        ru: `${where} не отвечает на попытку войти.`,
      })
      if (reply['Response'] === 'Success') return socket
      if (reply['Response'] !== undefined)
        throw new Trouble('refused', {
          en: `${where} does not let ${user} in: ${reply['Message'] ?? 'no reason given'}`,
          ru: `${where} не пускает ${user}: ${reply['Message'] ?? 'причина не названа'}`,
        })
    }
  } catch (error) {
    socket.close()
    throw error
  }
}

/** First what is going on, then what happens. */
async function hearEvents(socket: TextSocket, line: EventLine, signal: AbortSignal): Promise<void> {
  const lines = createAmiLines()
  socket.send(action({ Action: 'QueueStatus', ActionID: 'pult-status' }))
  const calls = new Set<string>()
  const members = new Map<string, Set<string>>()
  let isKnown = false
  const looks = lookForLate()
  try {
    while (!signal.aborted) {
      const message = await readMessage(socket)
      const now = Date.now()
      if (message['ActionID'] === 'pult-status' && !isKnown) {
        if (message['Event'] === 'QueueStatusComplete') {
          isKnown = true
          for (const one of endedMeanwhile(line.memory, { calls, members }, now)) line.write(one)
        } else for (const one of goingOn(message, now)) line.write(one)
        continue
      }
      for (const one of lines.event(message, now)) line.write(one)
    }
  } finally {
    clearInterval(looks)
  }

  function lookForLate(): NodeJS.Timeout {
    return setInterval(() => {
      for (const one of lines.late(Date.now())) line.write(one)
    }, 1000)
  }

  /** What the status tells: calls that are new to us, members as they are now. */
  function goingOn(message: AmiMessage, now: number): readonly string[] {
    const { Queue: queue = '' } = message
    if (message['Event'] === 'QueueEntry') {
      const key = `${message['Uniqueid'] ?? ''}|${queue}`
      calls.add(key)
      if (line.memory?.legs.some((leg) => `${leg.uniqueId}|${leg.queue}` === key) === true) return []
      return lines.event({ ...message, Event: 'QueueCallerJoin' }, now - Number(message['Wait'] ?? 0) * 1000)
    }
    if (message['Event'] !== 'QueueMember') return []
    const agent = message['Name'] ?? message['Location'] ?? ''
    members.set(agent, (members.get(agent) ?? new Set()).add(queue))
    // Whom she talks to is not said: if she does, the call that was hers goes on.
    if (message['InCall'] === '1')
      for (const leg of line.memory?.legs ?? []) if (leg.agent === agent) calls.add(`${leg.uniqueId}|${leg.queue}`)
    const added = lines.event({ ...message, Event: 'QueueMemberAdded', Paused: '0' }, now)
    const isPaused = message['Paused'] === '1'
    const pause = logLine(now, ['', queue, agent, isPaused ? 'PAUSE' : 'UNPAUSE'], message['PausedReason'] ?? '')
    return [...added, pause]
  }
}

/** Only that something happened. */
async function hearBell(socket: TextSocket, ring: () => void): Promise<void> {
  for (;;) {
    const message = await readMessage(socket)
    if (message['Event'] !== undefined) ring()
  }
}

function createBell(): { readonly ring: () => void; readonly next: () => Promise<void> } {
  let wake: (() => void) | null = null
  return {
    ring: () => wake?.(),
    next: () => new Promise((resolve) => (wake = resolve)),
  }
}

/** A line over which nothing goes for hours is dropped by what lies between; and one that is dead is found out. */
async function keepAlive(socket: TextSocket, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await rest(PING_EVERY_MS, undefined, { signal }).catch(() => undefined)
    if (!signal.aborted) socket.send(action({ Action: 'Ping' }))
  }
}

function action(fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value.replaceAll(/[\r\n]/g, ' ')}`)
  return `${lines.join('\r\n')}\r\n\r\n`
}

async function readMessage(socket: TextSocket): Promise<AmiMessage> {
  const message: Record<string, string> = {}
  for (;;) {
    const line = await socket.line()
    if (line === '') return message
    const colon = line.indexOf(':')
    if (colon > 0) message[line.slice(0, colon)] ??= line.slice(colon + 1).trim()
  }
}
