import { setTimeout as rest } from 'node:timers/promises'

import type { Connector } from '@pult/contract/connectors'

import { factsStored } from '../../testing/bring-in.ts'
import { done, type TestApp } from '../../testing/test-app.ts'

/** What a channel has brought into a centre. */
export interface LiveFacts {
  readonly legs: readonly Record<string, unknown>[]
  readonly states: readonly Record<string, unknown>[]
}

export const liveFacts = async (pult: TestApp, centerId: number): Promise<LiveFacts> =>
  (await factsStored(pult, centerId)) as LiveFacts

export const channelNamed = async (pult: TestApp, centerId: number, name: string): Promise<Connector | undefined> =>
  done<{ connectors: Connector[] }>(await pult.system.get(`/centers/${centerId}/connectors`)).connectors.find(
    (one) => one.name === name,
  )

/** A channel works by itself: looks again and again until it has done what is expected, for twenty seconds at most. */
export async function until(what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await what()) return
    await rest(50)
  }
  throw new Error('it does not happen')
}
