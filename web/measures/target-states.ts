/** How a target's state is marked. */
export const targetStates = { met: 'met', missed: 'missed', unknown: 'near' } as const
