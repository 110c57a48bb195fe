import { expect, it } from 'vitest'

import { chosenAgents, EVERYBODY } from './chosen-agents.ts'

const agents = [
  { agentId: 1, teamId: 7 },
  { agentId: 2, teamId: 8 },
  { agentId: 3, teamId: null },
  { agentId: 4, teamId: 7 },
]

it('joins whole teams and single agents, each once', () => {
  expect(chosenAgents(agents, { teamIds: [7], agentIds: [3, 4] })).toEqual([1, 3, 4])
})

it('is everybody where nobody is chosen, and nobody where a team is empty', () => {
  expect(chosenAgents(agents, EVERYBODY)).toBeUndefined()
  expect(chosenAgents(agents, { teamIds: [9], agentIds: [] })).toEqual([])
})
