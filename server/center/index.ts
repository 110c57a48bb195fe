export { createCenter, readCenter } from './center.ts'
export { serveCenter } from './center.routes.ts'
export { readCenterHours, readHoursOfQueues, readQueueHours } from './queue-hours.ts'
export { ensureQueues } from './queue.ts'
