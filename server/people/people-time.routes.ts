import { peopleTime } from '@pult/contract/people-time'

import type { Http } from '../platform/index.ts'
import { changeAbsence, createAbsence, deleteAbsence, listAbsences } from './absence.ts'
import { changeAvailability, createAvailability, deleteAvailability, listAvailability } from './availability.ts'
import { changeWish, createWish, deleteWish, listWishes } from './wish.ts'

const done = { done: true } as const

/** Serves when people cannot work, can, and would like to. Notes stay out of the audit log: they may tell of illness. */
export function servePeopleTime(http: Http): void {
  serveAbsences(http)
  serveAvailability(http)
  serveWishes(http)
}

function serveAbsences(http: Http): void {
  http.serve(peopleTime.listAbsences, async ({ caller, query, readCenter }) => ({
    absences: await readCenter((tx) => listAbsences(tx, caller, query)),
  }))
  http.serve(peopleTime.createAbsence, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const made = await createAbsence(tx, caller, body)
      const { note: _note, ...detail } = body
      await audit(tx, {
        act: 'people.absence.create',
        subject: `agent ${body.agentId}`,
        detail: { ...detail, ...made },
      })
      return made
    }),
  )
  http.serve(peopleTime.changeAbsence, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await changeAbsence(tx, caller, params.absenceId, body)
      const { note: _note, ...detail } = body
      await audit(tx, { act: 'people.absence.change', subject: `absence ${params.absenceId}`, detail })
      return done
    }),
  )
  http.serve(peopleTime.deleteAbsence, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      const agentId = await deleteAbsence(tx, caller, params.absenceId)
      const detail = { absenceId: params.absenceId }
      await audit(tx, { act: 'people.absence.delete', subject: `agent ${agentId}`, detail })
      return done
    }),
  )
}

function serveAvailability(http: Http): void {
  http.serve(peopleTime.listAvailability, async ({ caller, query, readCenter }) => ({
    availability: await readCenter((tx) => listAvailability(tx, caller, query)),
  }))
  http.serve(peopleTime.createAvailability, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const availabilityId = await createAvailability(tx, caller, body)
      const { note: _note, ...detail } = body
      await audit(tx, { act: 'people.availability.create', subject: `agent ${body.agentId}`, detail })
      return { availabilityId }
    }),
  )
  http.serve(peopleTime.changeAvailability, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await changeAvailability(tx, caller, params.availabilityId, body)
      const { note: _note, ...detail } = body
      await audit(tx, { act: 'people.availability.change', subject: `availability ${params.availabilityId}`, detail })
      return done
    }),
  )
  http.serve(peopleTime.deleteAvailability, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteAvailability(tx, caller, params.availabilityId)
      await audit(tx, { act: 'people.availability.delete', subject: `availability ${params.availabilityId}` })
      return done
    }),
  )
}

function serveWishes(http: Http): void {
  http.serve(peopleTime.listWishes, async ({ caller, query, readCenter }) => ({
    wishes: await readCenter((tx) => listWishes(tx, caller, query)),
  }))
  http.serve(peopleTime.createWish, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const wishId = await createWish(tx, caller, body)
      const { note: _note, ...detail } = body
      await audit(tx, { act: 'people.wish.create', subject: `agent ${body.agentId}`, detail: { ...detail, wishId } })
      return { wishId }
    }),
  )
  http.serve(peopleTime.changeWish, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await changeWish(tx, caller, params.wishId, body)
      const { note: _note, ...detail } = body
      await audit(tx, { act: 'people.wish.change', subject: `wish ${params.wishId}`, detail })
      return done
    }),
  )
  http.serve(peopleTime.deleteWish, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteWish(tx, caller, params.wishId)
      await audit(tx, { act: 'people.wish.delete', subject: `wish ${params.wishId}` })
      return done
    }),
  )
}
