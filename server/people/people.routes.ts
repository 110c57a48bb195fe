import { people } from '@pult/contract/people'

import type { Http } from '../platform/index.ts'
import { serveAgreements } from './agreements.routes.ts'
import { changeAgent, confirmAgents, createAgent, listAgents, mergeAgent } from './agent.ts'
import { servePeopleTime } from './people-time.routes.ts'
import { changePauseReason, confirmPauseReasons, listPauseReasons } from './pause-reason.ts'
import { changeSkill, changeTeam, createSkill, createTeam, deleteSkill, listSkills, listTeams } from './team.ts'

const done = { done: true } as const

/** Serves the routes of the people room. */
export function servePeople(http: Http): void {
  serveTeams(http)
  serveAgents(http)
  serveAgreements(http)
  servePeopleTime(http)
  http.serve(people.listPauseReasons, async ({ caller, readCenter }) => ({
    pauseReasons: await readCenter((tx) => listPauseReasons(tx, caller.centerId)),
  }))
  http.serve(people.confirmPauseReasons, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const confirmed = await confirmPauseReasons(tx, caller.centerId, body.ids)
      for (const id of confirmed) await audit(tx, { act: 'people.pauseReason.confirm', subject: `pause reason ${id}` })
      return { confirmed: confirmed.length }
    }),
  )
  http.serve(people.changePauseReason, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await changePauseReason(tx, caller.centerId, params.pauseReasonId, body)
      await audit(tx, {
        act: 'people.pauseReason.change',
        subject: `pause reason ${params.pauseReasonId}`,
        detail: body,
      })
      return done
    }),
  )
}

function serveTeams(http: Http): void {
  http.serve(people.listTeams, async ({ caller, readCenter }) => ({
    teams: await readCenter((tx) => listTeams(tx, caller)),
  }))
  http.serve(people.createTeam, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const teamId = await createTeam(tx, caller.centerId, body.name)
      await audit(tx, { act: 'people.team.create', subject: `team ${teamId}`, detail: body })
      return { teamId }
    }),
  )
  http.serve(people.changeTeam, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await changeTeam(tx, caller.centerId, params.teamId, body)
      await audit(tx, { act: 'people.team.change', subject: `team ${params.teamId}`, detail: body })
      return done
    }),
  )
  http.serve(people.listSkills, async ({ caller, readCenter }) => ({
    skills: await readCenter((tx) => listSkills(tx, caller.centerId)),
  }))
  http.serve(people.createSkill, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const skillId = await createSkill(tx, caller.centerId, body.name)
      await audit(tx, { act: 'people.skill.create', subject: `skill ${skillId}`, detail: body })
      return { skillId }
    }),
  )
  http.serve(people.changeSkill, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await changeSkill(tx, caller.centerId, params.skillId, body)
      await audit(tx, { act: 'people.skill.change', subject: `skill ${params.skillId}`, detail: body })
      return done
    }),
  )
  http.serve(people.deleteSkill, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteSkill(tx, caller.centerId, params.skillId)
      await audit(tx, { act: 'people.skill.delete', subject: `skill ${params.skillId}` })
      return done
    }),
  )
}

function serveAgents(http: Http): void {
  http.serve(people.listAgents, async ({ caller, readCenter }) => ({
    agents: await readCenter((tx) => listAgents(tx, caller)),
  }))
  http.serve(people.createAgent, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const agentId = await createAgent(tx, caller.centerId, body)
      await audit(tx, { act: 'people.agent.create', subject: `agent ${agentId}`, detail: body })
      return { agentId }
    }),
  )
  http.serve(people.changeAgent, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await changeAgent(tx, caller.centerId, params.agentId, body)
      await audit(tx, { act: 'people.agent.change', subject: `agent ${params.agentId}`, detail: body })
      return done
    }),
  )
  http.serve(people.confirmAgents, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const confirmed = await confirmAgents(tx, caller.centerId, body.ids)
      for (const id of confirmed) await audit(tx, { act: 'people.agent.confirm', subject: `agent ${id}` })
      return { confirmed: confirmed.length }
    }),
  )
  http.serve(people.mergeAgent, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await mergeAgent(tx, caller.centerId, params.agentId, body.into)
      await audit(tx, { act: 'people.agent.merge', subject: `agent ${params.agentId}`, detail: body })
      return done
    }),
  )
}
