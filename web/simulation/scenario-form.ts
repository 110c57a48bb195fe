import type { WhatIfChange, WhatIfScenario } from '@pult/contract/simulation'

/** A scenario as the form shows it: shares of the base in percent, agents of one group more or fewer. */
export interface ScenarioForm {
  readonly name: string
  readonly load: number
  readonly handling: number
  readonly patience: number
  readonly more: number
  readonly groupId: string
}

export const asBase = (name: string, groupId: string): ScenarioForm => ({
  name,
  load: 100,
  handling: 100,
  patience: 100,
  more: 0,
  groupId,
})

export function formOf({ name, changes }: WhatIfScenario, groupId: string): ScenarioForm {
  const form: { -readonly [Name in keyof ScenarioForm]: ScenarioForm[Name] } = { ...asBase(name, groupId) }
  for (const change of changes) {
    if (change.kind === 'load' || change.kind === 'handling' || change.kind === 'patience')
      form[change.kind] = Math.round(change.factor * 100)
    if (change.kind === 'agents') {
      form.more = change.more
      form.groupId = change.groupId
    }
  }
  return form
}

export function scenarioOf(form: ScenarioForm): WhatIfScenario {
  const { name, load, handling, patience, more, groupId } = form
  const changes: WhatIfChange[] = [
    ...(load === 100 ? [] : [{ kind: 'load' as const, queueId: null, factor: load / 100, span: null }]),
    ...(handling === 100 ? [] : [{ kind: 'handling' as const, queueId: null, factor: handling / 100 }]),
    ...(patience === 100 ? [] : [{ kind: 'patience' as const, queueId: null, factor: patience / 100 }]),
    ...(more === 0 || groupId === '' ? [] : [{ kind: 'agents' as const, groupId, more, span: null }]),
  ]
  return { name, changes }
}
