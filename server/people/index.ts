export { ensureAgents } from './agent.ts'
export { ensurePauseReasons } from './pause-reason.ts'
export { servePeople } from './people.routes.ts'
