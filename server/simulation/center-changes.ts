import type { WhatIfChange } from '@pult/contract/simulation'
import { changeCenter, type CenterChange, type CenterModel, type ChangeSpan } from '@pult/engine/simulation'

import { invalid } from '../platform/index.ts'

/** The base with a scenario's changes. @throws RangeError when the base does not have what they name. */
export const changedCenter = (base: CenterModel, changes: readonly WhatIfChange[]): CenterModel =>
  changeCenter(base, changes.map(inModel))

/** Refuses a scenario that names queues or groups that this day does not have. */
export function refuseImpossible(
  base: CenterModel,
  scenarios: readonly { readonly changes: readonly WhatIfChange[] }[],
): void {
  for (const [scenario, { changes }] of scenarios.entries())
    try {
      changedCenter(base, changes)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw invalid('changeImpossible', `body.scenarios[${scenario}]: ${error.message}.`, {
        at: `body.scenarios[${scenario}]`,
      })
    }
}

function inModel(change: WhatIfChange): CenterChange {
  switch (change.kind) {
    case 'load':
      return { kind: 'load', type: typeOf(change.queueId), factor: change.factor, ...spanOf(change.span) }
    case 'handling':
    case 'patience':
      return { kind: change.kind, type: typeOf(change.queueId), factor: change.factor }
    case 'agents':
      return { kind: 'agents', group: change.groupId, more: change.more, ...spanOf(change.span) }
    case 'absence':
      return { kind: 'absence', group: change.groupId, share: change.share, ...spanOf(change.span) }
    case 'crossTrain':
      return { kind: 'crossTrain', group: change.groupId, agents: change.agents, type: String(change.queueId) }
    case 'priority':
      return { kind: 'priority', types: change.queueIds.map(String) }
    case 'routing':
      return change
    case 'overflow':
      return {
        kind: 'overflow',
        type: String(change.queueId),
        group: change.groupId,
        afterSeconds: change.afterSeconds,
      }
    case 'shift':
      return {
        kind: 'shift',
        group: change.groupId,
        agents: change.agents,
        ...secondsOf(change),
        pauses: change.pauses.map(secondsOf),
      }
    case 'lines':
    case 'busyness':
      return change
    case 'leaveAtOnce':
      return { kind: 'leaveAtOnce', type: typeOf(change.queueId), share: change.share }
  }
}

const typeOf = (queueId: number | null): string | null => (queueId === null ? null : String(queueId))

const secondsOf = ({ fromMinute, toMinute }: { readonly fromMinute: number; readonly toMinute: number }) => ({
  startSeconds: fromMinute * 60,
  endSeconds: toMinute * 60,
})

function spanOf(span: { readonly fromMinute: number; readonly toMinute: number } | null): { span?: ChangeSpan } {
  return span === null ? {} : { span: { fromSeconds: span.fromMinute * 60, toSeconds: span.toMinute * 60 } }
}
