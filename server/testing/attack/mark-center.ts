import type { AnyRoute } from '@pult/contract/route'

import { sampleOf } from '../sample-body.ts'
import type { TestApp } from '../test-app.ts'

/**
 * Fills whatever of a centre takes text with a mark, through the doors themselves: so that the mark in another's answer is a leak. Resolves
 * to how many doors took it.
 */
export async function markCenter(
  pult: TestApp,
  centerId: number,
  mark: string,
  idOf: (field: string) => number | undefined,
): Promise<number> {
  let taken = 0
  for (const route of pult.app.http.routes.filter(makesSomething)) {
    const path = route.path
      .replace(':centerId', String(centerId))
      .replaceAll(/:(\w+)/g, (_place, name: string) => (name === 'day' ? '2026-10-05' : String(idOf(name) ?? 1)))
    const body = sampleOf(route.body, { text: mark, idOf })
    const { statusCode } = await pult.system.send('POST', path, body as object)
    if (statusCode < 300) taken += 1
  }
  return taken
}

const makesSomething = (route: AnyRoute): boolean =>
  route.method === 'POST' &&
  route.transport === 'json' &&
  route.path.startsWith('/centers/:centerId') &&
  !/\/(connectors|members|messages|refresh|merge|search|query)\b/.test(route.path) &&
  // These begin minutes of work.
  !/\/(forecasts|rosters|requirements|skill-needs|what-ifs?|simulations|recompute)\b/.test(route.path)
