import { connect, type Socket } from 'node:net'

import type { Bilingual } from '@pult/contract/alert-words'

import { Trouble } from './trouble.ts'
import { ended, lineLost, unreachable } from './trouble-words.ts'

/** A line to a machine that speaks text: what comes is read in pieces that end with an empty line, or by length. */
export interface TextSocket {
  readonly send: (text: string) => void
  /** The next line, without its end. */
  readonly line: () => Promise<string>
  /** So many bytes. */
  readonly bytes: (count: number) => Promise<string>
  readonly close: () => void
}

const PATIENCE_MS = 10_000
/** The other side says something at least so often: it is asked to. */
const LONGEST_SILENCE_MS = 45_000
/** More without an end is not what we came for. */
const LONGEST_LINE = 1_000_000

/** Opens it. Throws a Trouble that says why it cannot be; afterwards reading throws one when the line is lost. */
export async function openTextSocket(host: string, port: number, signal: AbortSignal): Promise<TextSocket> {
  signal.throwIfAborted()
  const socket = await connected(host, port)
  socket.setNoDelay(true)
  socket.setTimeout(LONGEST_SILENCE_MS)
  let buffer: Buffer = Buffer.alloc(0)
  let lost: Trouble | null = null
  let wake: (() => void) | null = null
  const lose = (trouble: Trouble): void => {
    lost ??= trouble
    socket.destroy()
    wake?.()
  }
  socket.on('data', (bytes: Buffer) => {
    buffer = buffer.length === 0 ? bytes : Buffer.concat([buffer, bytes])
    wake?.()
  })
  const where = `${host}:${port}`
  socket.on('error', (error) => lose(new Trouble('closed', lineLost(where, error.message))))
  socket.on('end', () => lose(new Trouble('closed', ended(where))))
  socket.on('timeout', () =>
    lose(
      new Trouble('mute', {
        en: `${where} has said nothing for ${LONGEST_SILENCE_MS / 1000} seconds.`,
        ru: `${where} молчит уже ${LONGEST_SILENCE_MS / 1000} с.`,
      }),
    ),
  )
  const stop = (): void => lose(new Trouble('closed', { en: 'The channel was stopped.', ru: 'Канал остановлен.' }))
  signal.addEventListener('abort', stop, { once: true })
  socket.on('close', () => signal.removeEventListener('abort', stop))

  async function take<Taken>(look: () => Taken | undefined): Promise<Taken> {
    for (;;) {
      const found = look()
      if (found !== undefined) return found
      if (lost !== null) throw lost
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }

  return {
    send: (text) => void socket.write(text),
    line: () =>
      take(() => {
        const end = buffer.indexOf(10)
        if (end < 0) {
          if (buffer.length > LONGEST_LINE)
            lose(
              new Trouble('notThat', {
                en: `${where} speaks another language.`,
                ru: `${where} говорит на другом языке.`,
              }),
            )
          return undefined
        }
        const text = buffer.toString('utf8', 0, end)
        buffer = buffer.subarray(end + 1)
        return text.endsWith('\r') ? text.slice(0, -1) : text
      }),
    bytes: (count) =>
      take(() => {
        if (buffer.length < count) return undefined
        const text = buffer.toString('utf8', 0, count)
        buffer = buffer.subarray(count)
        return text
      }),
    close: () => socket.destroy(),
  }
}

function connected(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS })
    const fail = (why: string, whyInRussian = why): void => {
      socket.destroy()
      reject(new Trouble('unreachable', unreachable(`${host}:${port}`, why, whyInRussian)))
    }
    socket.once('error', (error) => fail(error.message))
    socket.once('timeout', () => {
      const seconds = PATIENCE_MS / 1000
      fail(`no answer for ${seconds} seconds`, `нет ответа ${seconds} с`)
    })
    socket.once('connect', () => {
      socket.removeAllListeners('error')
      socket.removeAllListeners('timeout')
      resolve(socket)
    })
  })
}

/** Waits for something so long as is reasonable; then the other side is not what it was said to be. */
export async function inTime<Found>(work: Promise<Found>, said: Bilingual, patienceMs = PATIENCE_MS): Promise<Found> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Trouble('mute', said)), patienceMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
