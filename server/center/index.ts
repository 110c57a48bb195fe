export { createCenter, readCenter } from './center.ts'
export { serveCenter } from './center.routes.ts'
export { ensureQueues } from './queue.ts'
