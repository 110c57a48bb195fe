import type { Connector } from '@pult/contract/connectors'

import type { Tx } from '../platform/index.ts'
import { listConnectors } from './connector-store.ts'

/** How a channel stands, for whoever watches over the centre. */
export interface ConnectorCondition {
  readonly kind: 'connector'
  /** The same at every look: `connector 3`. */
  readonly subject: string
  readonly state: 'bad' | 'good'
  readonly since: string
  readonly words: { readonly ru: string; readonly en: string }
}

/** Every channel that is on. */
export async function connectorConditions(tx: Tx, centerId: number): Promise<ConnectorCondition[]> {
  return (await listConnectors(tx, centerId)).filter(({ isOn }) => isOn).map(conditionOf)
}

function conditionOf(connector: Connector): ConnectorCondition {
  const { connectorId, state, since } = connector
  return {
    kind: 'connector',
    subject: `connector ${connectorId}`,
    state: state === 'down' || state === 'silent' ? 'bad' : 'good',
    since,
    words: wordsOf(connector),
  }
}

function wordsOf({ name, state, silentMinutes, problem }: Connector): ConnectorCondition['words'] {
  if (state === 'down')
    return {
      ru: `Канал не подключён: ${name}. ${problem?.said.ru ?? ''}`.trim(),
      en: `Not connected: ${name}. ${problem?.said.en ?? ''}`.trim(),
    }
  if (state === 'silent')
    return {
      ru: `Канал молчит дольше ${silentMinutes} мин рабочего времени: ${name}`,
      en: `Silent for more than ${silentMinutes} min of opening hours: ${name}`,
    }
  return { ru: `Канал работает: ${name}`, en: `Working: ${name}` }
}
