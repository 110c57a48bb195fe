import { request } from 'node:http'

/** What a screen shows that the events of this benchmark change. */
export interface OnScreen {
  readonly offered: number
  readonly waiting: number
  readonly signedIn: number
}

export interface Screen {
  /** When the screen first showed so many of each. */
  readonly shown: Readonly<Record<keyof OnScreen, Map<number, number>>>
  /** How often it was told figures, and how much that was. */
  readonly told: () => { readonly frames: number; readonly bytes: number }
  close(): void
}

/** A page that is open all day: what its stream says is on the screen. Drawing it is not in the figures. */
export function watchScreen(
  address: string,
  headers: Readonly<Record<string, string>>,
  read: (json: string) => OnScreen | null,
): Screen {
  const shown = {
    offered: new Map<number, number>(),
    waiting: new Map<number, number>(),
    signedIn: new Map<number, number>(),
  }
  const names = ['offered', 'waiting', 'signedIn'] as const
  const most = { offered: 0, waiting: 0, signedIn: 0 }
  let [frames, bytes, rest] = [0, 0, '']
  const stream = request(address, { headers })
  stream.on('response', (response) => {
    if (response.statusCode !== 200) throw new Error(`${address}: ${response.statusCode}`)
    response.setEncoding('utf8')
    response.on('data', (text: string) => {
      bytes += text.length
      const parts = (rest + text).split('\n\n')
      rest = parts.pop() ?? ''
      for (const part of parts) {
        if (!part.startsWith('event: figures')) continue
        frames += 1
        const now = performance.now()
        const figures = read(part)
        if (figures === null) continue
        for (const name of names) for (; most[name] < figures[name]; most[name]++) shown[name].set(most[name] + 1, now)
      }
    })
  })
  stream.on('error', () => undefined)
  stream.end()
  return { shown, told: () => ({ frames, bytes }), close: () => stream.destroy() }
}

/** Today, read by what stands first in it: a hundred times a second whole answers would be the benchmark's own load. */
export function readToday(json: string): OnScreen | null {
  const offered = /"total":\{"offered":(\d+)/.exec(json)?.[1]
  const waiting = /"waiting":(\d+)/.exec(json)?.[1]
  const states = /"agentsByState":\[(.*?)\]/.exec(json)?.[1]
  if (offered === undefined || waiting === undefined || states === undefined) return null
  const signedIn = [...states.matchAll(/"agents":(\d+)/g)].reduce((sum, match) => sum + Number(match[1]), 0)
  return { offered: Number(offered), waiting: Number(waiting), signedIn }
}

/** A board of three figures, in this order. */
export function readBoard(json: string): OnScreen | null {
  const [offered, waiting, signedIn] = [...json.matchAll(/"value":(\d+|null)/g)].map((match) => Number(match[1]))
  return offered === undefined || waiting === undefined || signedIn === undefined
    ? null
    : { offered, waiting, signedIn }
}
