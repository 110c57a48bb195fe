import { scheduleSettings } from '@pult/contract/schedule-settings'

import type { Http } from '../platform/index.ts'
import { changeActivity, createActivity, deleteActivity, listActivities } from './activity.ts'
import { createOverride, deleteOverride, listLaborRules } from './labor-override.ts'
import { changeRotation, createRotation, deleteRotation, listRotations } from './rotation.ts'
import { changeShiftTemplate, createShiftTemplate, listShiftTemplates } from './shift-template.ts'

const done = { done: true } as const

/** Serves what rosters are made by. */
export function serveSettings(http: Http): void {
  serveLaborRules(http)
  serveShiftTemplates(http)
  serveRotations(http)
  serveActivities(http)
}

function serveLaborRules(http: Http): void {
  http.serve(scheduleSettings.listLaborRules, async ({ caller, readCenter }) => ({
    rules: await readCenter((tx) => listLaborRules(tx, caller)),
  }))
  http.serve(scheduleSettings.createLaborOverride, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const overrideId = await createOverride(tx, caller, body)
      await audit(tx, { act: 'schedule.laborRule.override', subject: `rule ${body.ruleId}`, detail: { ...body } })
      return { overrideId }
    }),
  )
  http.serve(scheduleSettings.deleteLaborOverride, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      const ruleId = await deleteOverride(tx, caller.centerId, params.overrideId)
      await audit(tx, { act: 'schedule.laborRule.restore', subject: `rule ${ruleId}`, detail: { ...params } })
      return done
    }),
  )
}

function serveShiftTemplates(http: Http): void {
  http.serve(scheduleSettings.listShiftTemplates, async ({ caller, readCenter }) => ({
    templates: await readCenter((tx) => listShiftTemplates(tx, caller.centerId)),
  }))
  http.serve(scheduleSettings.createShiftTemplate, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const shiftTemplateId = await createShiftTemplate(tx, caller.centerId, body)
      const subject = `shift template ${shiftTemplateId}`
      await audit(tx, { act: 'schedule.shiftTemplate.create', subject, detail: { ...body } })
      return { shiftTemplateId }
    }),
  )
  http.serve(scheduleSettings.changeShiftTemplate, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await changeShiftTemplate(tx, caller.centerId, params.shiftTemplateId, body)
      const subject = `shift template ${params.shiftTemplateId}`
      await audit(tx, { act: 'schedule.shiftTemplate.change', subject, detail: { ...body } })
      return done
    }),
  )
}

function serveRotations(http: Http): void {
  http.serve(scheduleSettings.listRotations, async ({ caller, readCenter }) => ({
    rotations: await readCenter((tx) => listRotations(tx, caller.centerId)),
  }))
  http.serve(scheduleSettings.createRotation, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const rotationId = await createRotation(tx, caller.centerId, body)
      const detail = { name: body.name, agents: body.agents.length }
      await audit(tx, { act: 'schedule.rotation.create', subject: `rotation ${rotationId}`, detail })
      return { rotationId }
    }),
  )
  http.serve(scheduleSettings.changeRotation, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await changeRotation(tx, caller.centerId, params.rotationId, body)
      const detail = { name: body.name, agents: body.agents.length }
      await audit(tx, { act: 'schedule.rotation.change', subject: `rotation ${params.rotationId}`, detail })
      return done
    }),
  )
  http.serve(scheduleSettings.deleteRotation, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteRotation(tx, caller.centerId, params.rotationId)
      await audit(tx, { act: 'schedule.rotation.delete', subject: `rotation ${params.rotationId}` })
      return done
    }),
  )
}

function serveActivities(http: Http): void {
  http.serve(scheduleSettings.listActivities, async ({ caller, readCenter }) => ({
    activities: await readCenter((tx) => listActivities(tx, caller.centerId)),
  }))
  http.serve(scheduleSettings.createActivity, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const activityId = await createActivity(tx, caller.centerId, body)
      await audit(tx, { act: 'schedule.activity.create', subject: `activity ${activityId}`, detail: { ...body } })
      return { activityId }
    }),
  )
  http.serve(scheduleSettings.changeActivity, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await changeActivity(tx, caller.centerId, params.activityId, body)
      const subject = `activity ${params.activityId}`
      await audit(tx, { act: 'schedule.activity.change', subject, detail: { ...body } })
      return done
    }),
  )
  http.serve(scheduleSettings.deleteActivity, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteActivity(tx, caller.centerId, params.activityId)
      await audit(tx, { act: 'schedule.activity.delete', subject: `activity ${params.activityId}` })
      return done
    }),
  )
}
