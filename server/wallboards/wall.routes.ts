import type { Readable } from 'node:stream'

import { wallboards, type ShownBoard } from '@pult/contract/wallboards'

import { targetsOn, type TodayFlow, type WholeDay } from '../measures/index.ts'
import { RequestProblem, sendFigures, sendNamed, type Gatekeeper, type Platform } from '../platform/index.ts'
import { linkGone, noteOpening, readLinked, type LinkedBoard } from './link-store.ts'
import { parseLinkToken, type LinkToken } from './link-token.ts'
import { shownBoard } from './shown-board.ts'
import { countWrongLinks } from './wrong-links.ts'

export interface WallPorts {
  readonly today: TodayFlow
  readonly audit: Gatekeeper['audit']
  readonly clock: () => number
}

/** So many screens show one board at once; more is no wall. */
const MOST_SCREENS = 100

/** A board with its figures of one moment; null where its link holds no longer. */
interface Telling {
  readonly linked: LinkedBoard
  readonly shown: ShownBoard
  readonly json: string
}

/** Serves the door without sign-in: a link opens its board and nothing else. */
export function serveWall({ http, database, live }: Platform, { today, audit, clock }: WallPorts): void {
  const wrong = countWrongLinks(clock)
  const screens = new Map<string, number>()
  const tellings = new WeakMap<WholeDay, Map<string, Promise<Telling | null>>>()

  const nameOf = ({ centerId, wallboardId }: LinkToken): string => `${centerId}.${wallboardId}`

  /** Read once for all screens of a board, its link anew each time: a revoked one holds until the next telling at most. */
  function tell(token: LinkToken, day: WholeDay): Promise<Telling | null> {
    const ofDay = tellings.get(day) ?? new Map<string, Promise<Telling | null>>()
    tellings.set(day, ofDay)
    const telling = ofDay.get(nameOf(token)) ?? read(token, day)
    ofDay.set(nameOf(token), telling)
    return telling
  }

  async function read({ centerId, wallboardId }: LinkToken, day: WholeDay): Promise<Telling | null> {
    return database.inCenter({ centerId }, async (tx) => {
      const linked = await readLinked(tx, centerId, wallboardId)
      if (linked === null) return null
      const shown = shownBoard(linked.scheme, { day, targets: await targetsOn(tx, centerId, day.day) })
      return { linked, shown, json: JSON.stringify(shown) }
    })
  }

  /** Throws a problem that says nothing of what is wrong with the link, and one for whoever tries many. */
  async function open(text: string, address: string): Promise<LinkToken> {
    wrong.refuseIfMany(address)
    const token = parseLinkToken(text)
    const opened =
      token !== null &&
      (await database.inCenter({ centerId: token.centerId }, async (tx) => {
        const linked = await readLinked(tx, token.centerId, token.wallboardId)
        if (linked?.opens(token.secret) !== true) return false
        if (await noteOpening(tx, token, clock()))
          await audit(
            tx,
            { centerId: token.centerId, userId: 'wallboard', kind: 'token', name: linked.scheme.name },
            { act: 'wallboards.link.open', subject: `wallboard ${token.wallboardId}`, detail: { address } },
          )
        return true
      }))
    if (opened) return token
    wrong.note(address)
    throw linkGone()
  }

  http.serve(wallboards.readWall, async ({ params, request }) => {
    const token = await open(params.token, request.ip)
    const telling = await tell(token, await today.now(token.centerId))
    if (telling?.linked.opens(token.secret) !== true) throw linkGone()
    return telling.shown
  })

  http.serve(wallboards.followWall, async ({ params, request }) => {
    const token = await open(params.token, request.ip)
    const name = nameOf(token)
    if ((screens.get(name) ?? 0) >= MOST_SCREENS)
      throw new RequestProblem(429, 'tooManyScreens', `${MOST_SCREENS} screens show this board already.`)
    screens.set(name, (screens.get(name) ?? 0) + 1)
    const stream = live.quietStream()
    const leave = today.follow(token.centerId, async (day) => show(stream, token, await tell(token, day)))
    stream.on('close', () => {
      leave()
      const left = (screens.get(name) ?? 1) - 1
      if (left === 0) screens.delete(name)
      else screens.set(name, left)
    })
    return { stream, contentType: 'text/event-stream' }
  })
}

function show(stream: Readable, { secret }: LinkToken, telling: Telling | null): void {
  if (telling?.linked.opens(secret) === true) sendFigures(stream, telling.json)
  else {
    sendNamed(stream, 'ended', '{}')
    stream.push(null)
  }
}
