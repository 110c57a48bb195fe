import type { Agent } from '@pult/contract/people'

/** Who is to be on a roster: agents of any of the teams, and single ones; nobody chosen is everybody. */
export interface Chosen {
  readonly teamIds: readonly number[]
  readonly agentIds: readonly number[]
}

export const EVERYBODY: Chosen = { teamIds: [], agentIds: [] }

/** The agents that are chosen; undefined is everybody. */
export function chosenAgents(
  agents: readonly Pick<Agent, 'agentId' | 'teamId'>[],
  { teamIds, agentIds }: Chosen,
): number[] | undefined {
  if (teamIds.length === 0 && agentIds.length === 0) return undefined
  return agents
    .filter(({ agentId, teamId }) => agentIds.includes(agentId) || (teamId !== null && teamIds.includes(teamId)))
    .map(({ agentId }) => agentId)
}
