export { availabilityByDay, united, type ChannelDay, type Stretch } from './availability.ts'
export { endOf, nextPiece, type LogFile, type LogFiles, type LogPiece, type LogPosition } from './follow-log.ts'
export { nextPickUp, type PickUpTimes } from './pick-up-times.ts'
