/** Why a channel does not work, as the server tells it. */
const problemCodes = [
  'noFile',
  'notAllowed',
  'unreadable',
  'notLog',
  'unreachable',
  'refused',
  'closed',
  'mute',
  'notThat',
  'secretLost',
  'nobodyRan',
  'internal',
  'unknownKind',
  'importFailed',
  'hostKeyUnknown',
  'hostKeyChanged',
  'badKey',
  'leftBehind',
] as const
type ProblemCode = (typeof problemCodes)[number]

/** Whether this version has words for a problem. */
export const isProblemCode = (code: string): code is ProblemCode => problemCodes.some((one) => one === code)
