import { staffingSkills } from '@pult/contract/staffing-skills'
import { createZone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { readForecasts } from '../forecast/index.ts'
import { conflict, notFound, type Platform } from '../platform/index.ts'
import { queueNames, refuseUnknownDay } from './simulation.routes.ts'
import { skillNeedFile } from './skill-need-file.ts'
import { asOfNow } from './skill-need-now.ts'
import { createSkillNeed, deleteSkillNeed, listSkillNeeds, readSkillNeed } from './skill-need-store.ts'

const done = { done: true } as const

/** Serves the routes of requirements by skill group. */
export function serveSkillNeeds({ http, jobs }: Platform, clock: () => number): void {
  http.serve(staffingSkills.listSkillNeeds, async ({ caller, readCenter: read }) => ({
    skillNeeds: await read(async (tx) => asOfNow(tx, caller.centerId, await listSkillNeeds(tx, caller.centerId))),
  }))
  http.serve(staffingSkills.createSkillNeed, async ({ caller, body, inCenter, audit }) => {
    const { centerId } = caller
    const skillNeedId = await inCenter(async (tx) => {
      const { timeZone } = await readCenter(tx, centerId)
      refuseUnknownDay({ ...body, agentsDay: null }, createZone(timeZone).localDate(clock()))
      const forecasts = await readForecasts(tx, centerId)
      if (body.forecastId !== null && !forecasts.some(({ forecastId }) => forecastId === body.forecastId))
        throw notFound('forecast')
      const made = await createSkillNeed(tx, caller, body)
      await audit(tx, { act: 'staffing.skillNeed.create', subject: `skill need ${made}`, detail: { ...body } })
      return made
    })
    await jobs.send('skillNeed', { centerId, skillNeedId })
    return { skillNeedId }
  })
  http.serve(staffingSkills.deleteSkillNeed, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteSkillNeed(tx, caller.centerId, params.skillNeedId)
      await audit(tx, { act: 'staffing.skillNeed.delete', subject: `skill need ${params.skillNeedId}` })
      return done
    }),
  )
  http.serve(staffingSkills.exportSkillNeed, ({ caller, params, query, inCenter, audit }) =>
    inCenter(async (tx) => {
      const kept = await readSkillNeed(tx, caller.centerId, params.skillNeedId)
      const [need] = await asOfNow(tx, caller.centerId, [kept])
      if (need === undefined || need.result === null)
        throw conflict('notCountedYet', 'This was not counted to its end yet: there is nothing to export.')
      const zone = createZone((await readCenter(tx, caller.centerId)).timeZone)
      const subject = `skill need ${params.skillNeedId}`
      await audit(tx, { act: 'staffing.skillNeed.export', subject, detail: { format: query.format } })
      return skillNeedFile(need, need.result, await queueNames(tx, caller.centerId), zone, query)
    }),
  )
}
