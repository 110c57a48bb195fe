import type { TodayFigures } from '@pult/contract/measures-today'
import {
  isAgentFigure,
  type AgentFigure,
  type BoardTarget,
  type ContactFigure,
  type Level,
  type QueueLine,
  type Scheme,
  type ShownBoard,
  type ShownTile,
  type Tile,
} from '@pult/contract/wallboards'
import { registry, targetLevel } from '@pult/engine/measures'
import { wilsonInterval } from '@pult/engine/numeric'

import { byState, targetOf, type TargetInForce, type WholeDay } from '../measures/index.ts'

/** What stands behind a board: the day of the whole centre, and its targets. */
export interface Behind {
  readonly day: WholeDay
  readonly targets: readonly TargetInForce[]
}

/** A board with its figures, and nothing of the day that is not on it. */
export function shownBoard(scheme: Scheme, behind: Behind): ShownBoard {
  const { tiles, showsNames, ...board } = scheme
  const { timeZone, asOf, day, lastFactAt } = behind.day
  return {
    ...board,
    timeZone,
    asOf,
    day,
    lastFactAt,
    tiles: tiles.map((tile) => shownTile(tile, behind, { showsNames, margin: scheme.margin })),
  }
}

type Ways = Pick<Scheme, 'showsNames' | 'margin'>

function shownTile(tile: Tile, behind: Behind, { showsNames, margin }: Ways): ShownTile {
  const { day } = behind
  switch (tile.kind) {
    case 'figure':
      return figureTile(tile, behind, margin)
    case 'queues':
      return { kind: 'queues', width: tile.width, queues: queueLines(tile.queueIds, behind, margin) }
    case 'agents':
      return {
        kind: 'agents',
        width: tile.width,
        states: byState(day.agents),
        agents: showsNames
          ? day.agents.map(({ name, state, reason, since }) => ({ name, state, reason, since }))
          : null,
      }
    case 'clock':
    case 'text':
      return tile
  }
}

type FigureTile = Extract<Tile, { kind: 'figure' }>

function figureTile({ width, figure, queueId }: FigureTile, behind: Behind, margin: number): ShownTile {
  const { day } = behind
  const queue = queueId === null ? null : day.queues.find((one) => one.queueId === queueId)
  const tile = { kind: 'figure', width, figure, queue: queue?.name ?? null, isGone: queue === undefined } as const
  if (isAgentFigure(figure))
    return { ...tile, queue: null, isGone: false, value: agentsIn(figure, day), target: null, level: 'none' }
  if (queue === undefined) return { ...tile, value: null, target: null, level: 'none' }
  return { ...tile, ...judged(figure, queue ?? day.total, { behind, queueId: queueId ?? 0, margin }) }
}

const agentsIn = (figure: AgentFigure, { agents }: WholeDay): number =>
  figure === 'signedIn' ? agents.length : agents.filter(({ state }) => state === figure).length

interface Judgement {
  readonly value: number | null
  readonly target: BoardTarget | null
  readonly level: Level
}

/** Under which measure a centre sets a target for a figure. */
const measureOf: Readonly<Partial<Record<ContactFigure, string>>> = {
  abandonRate: 'abandonRate',
  asa: 'asaSeconds',
  aht: 'ahtSeconds',
  longestWait: 'longestWaitSeconds',
}

interface JudgedBy {
  readonly behind: Behind
  /** 0 is the whole centre. */
  readonly queueId: number
  readonly margin: number
}

function judged(figure: ContactFigure, figures: TodayFigures, { behind, queueId, margin }: JudgedBy): Judgement {
  const value = valueOf(figure, figures)
  if (figure === 'serviceLevel') {
    const { target } = figures
    const level = targetLevel({
      value,
      target: target?.value ?? null,
      better: 'high',
      margin,
      isUncertain: target?.state === 'unknown',
    })
    return {
      value,
      target: target === null ? null : { value: target.value, withinSeconds: target.withinSeconds },
      level,
    }
  }
  const measureId = measureOf[figure]
  const target = measureId === undefined ? undefined : targetOf(behind.targets, measureId, queueId)
  if (measureId === undefined || target === undefined) return { value, target: null, level: 'none' }
  const { better } = registry.find(measureId)
  const level =
    better === 'neither'
      ? 'none'
      : targetLevel({
          value,
          target: target.value,
          better,
          margin,
          isUncertain: figure === 'abandonRate' && isUncertain(value, settledOf(figures), target.value),
        })
  return { value, target: { value: target.value, withinSeconds: null }, level }
}

const valueOf = (figure: ContactFigure, figures: TodayFigures): number | null => values[figure](figures)

const values: Readonly<Record<ContactFigure, (figures: TodayFigures) => number | null>> = {
  serviceLevel: ({ serviceLevel }) => serviceLevel.value,
  waiting: ({ waiting }) => waiting,
  longestWait: ({ longestWaitSeconds }) => longestWaitSeconds,
  inService: ({ inService }) => inService,
  offered: ({ offered }) => offered,
  answered: ({ answered }) => answered,
  abandoned: ({ abandoned }) => abandoned,
  abandonRate: ({ abandonRate }) => abandonRate,
  flowedOut: ({ flowedOut }) => flowedOut,
  asa: ({ asaSeconds }) => asaSeconds,
  aht: ({ ahtSeconds }) => ahtSeconds,
}

const settledOf = ({ answered, abandoned, flowedOut }: TodayFigures): number => answered + abandoned + flowedOut

/** Whether a share of so few holds its target within what chance does. Around the share that is shown: the centre may count it its own way. */
function isUncertain(share: number | null, settled: number, target: number): boolean {
  if (share === null || settled === 0) return false
  const { low, high } = wilsonInterval(share * settled, settled, 0.95)
  return low < target && target < high
}

function queueLines(queueIds: readonly number[], behind: Behind, margin: number): QueueLine[] {
  const { queues } = behind.day
  const shown =
    queueIds.length === 0
      ? queues.filter((queue) => queue.offered + queue.waiting + queue.inService + (queue.usual?.offered ?? 0) > 0)
      : queueIds.flatMap((queueId) => queues.find((queue) => queue.queueId === queueId) ?? [])
  return shown.map((queue) => {
    const { value, target, level } = judged('serviceLevel', queue, { behind, queueId: queue.queueId, margin })
    const { name, channel, waiting, longestWaitSeconds, offered, abandonRate } = queue
    return { name, channel, waiting, longestWaitSeconds, serviceLevel: value, target, level, offered, abandonRate }
  })
}
