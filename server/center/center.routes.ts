import { center } from '@pult/contract/center'

import type { Database, Http } from '../platform/index.ts'
import { changeCenter, createCenter, mayCreateCenters, readCenter } from './center.ts'
import {
  changeOpeningHours,
  clearDay,
  createOpeningHours,
  listDays,
  listOpeningHours,
  setDay,
} from './opening-hours.ts'
import { changeQueue, confirmQueues, createQueue, listQueues, mergeQueue } from './queue.ts'
import { serveDefinitions } from './definitions.routes.ts'
import { listTargets, setTarget } from './target.ts'

const done = { done: true } as const

/** Serves the routes of the centre room. */
export function serveCenter(http: Http, database: Database, clock: () => number = Date.now): void {
  http.serve(center.createCenter, async ({ identity, body }) => {
    mayCreateCenters(identity)
    return { centerId: await createCenter(database, { ...body, kind: 'own' }, identity) }
  })
  http.serve(center.readCenter, ({ caller, readCenter: read }) => read((tx) => readCenter(tx, caller.centerId)))
  http.serve(center.changeCenter, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await changeCenter(tx, caller.centerId, body)
      await audit(tx, { act: 'center.center.change', subject: `centre ${caller.centerId}`, detail: body })
      return done
    }),
  )
  serveQueues(http)
  serveHours(http)
  serveDefinitions(http, clock)
  http.serve(center.listTargets, async ({ caller, readCenter: read }) => ({
    targets: await read((tx) => listTargets(tx, caller.centerId)),
  }))
  http.serve(center.setTarget, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const targetId = await setTarget(tx, caller.centerId, body, caller.userId)
      await audit(tx, { act: 'center.target.set', subject: `target ${targetId}`, detail: body })
      return { targetId }
    }),
  )
}

function serveQueues(http: Http): void {
  http.serve(center.listQueues, async ({ caller, readCenter: read }) => ({
    queues: await read((tx) => listQueues(tx, caller.centerId)),
  }))
  http.serve(center.createQueue, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const queueId = await createQueue(tx, caller.centerId, body.name, body.channel)
      await audit(tx, { act: 'center.queue.create', subject: `queue ${queueId}`, detail: body })
      return { queueId }
    }),
  )
  http.serve(center.changeQueue, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await changeQueue(tx, caller.centerId, params.queueId, body)
      await audit(tx, { act: 'center.queue.change', subject: `queue ${params.queueId}`, detail: body })
      return done
    }),
  )
  http.serve(center.confirmQueues, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const confirmed = await confirmQueues(tx, caller.centerId, body.ids)
      for (const id of confirmed) await audit(tx, { act: 'center.queue.confirm', subject: `queue ${id}` })
      return { confirmed: confirmed.length }
    }),
  )
  http.serve(center.mergeQueue, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await mergeQueue(tx, caller.centerId, params.queueId, body.into)
      await audit(tx, { act: 'center.queue.merge', subject: `queue ${params.queueId}`, detail: body })
      return done
    }),
  )
}

function serveHours(http: Http): void {
  http.serve(center.listOpeningHours, async ({ caller, readCenter: read }) => ({
    openingHours: await read((tx) => listOpeningHours(tx, caller.centerId)),
  }))
  http.serve(center.createOpeningHours, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const openingHoursId = await createOpeningHours(tx, caller.centerId, body)
      await audit(tx, { act: 'center.openingHours.create', subject: `opening hours ${openingHoursId}`, detail: body })
      return { openingHoursId }
    }),
  )
  http.serve(center.changeOpeningHours, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await changeOpeningHours(tx, caller.centerId, params.openingHoursId, body)
      await audit(tx, {
        act: 'center.openingHours.change',
        subject: `opening hours ${params.openingHoursId}`,
        detail: body,
      })
      return done
    }),
  )
  http.serve(center.listDays, ({ caller, query, readCenter: read }) =>
    read(async (tx) => {
      const { calendar } = await readCenter(tx, caller.centerId)
      return { days: await listDays(tx, caller.centerId, calendar, query.year) }
    }),
  )
  http.serve(center.setDay, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await setDay(tx, caller.centerId, params.day, body)
      await audit(tx, { act: 'center.day.set', subject: `day ${params.day}`, detail: body })
      return done
    }),
  )
  http.serve(center.clearDay, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await clearDay(tx, caller.centerId, params.day)
      await audit(tx, { act: 'center.day.clear', subject: `day ${params.day}` })
      return done
    }),
  )
}
