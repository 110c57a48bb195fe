import type { Caller } from '../platform/index.ts'

/** Who asks for the figures of a report: nobody in person, and the whole centre. Whoever may read reports sees it whole. */
export const wholeCenter = (centerId: number): Caller => ({
  kind: 'user',
  userId: '',
  name: '',
  administersInstallation: false,
  centerId,
  role: 'head',
  reach: 'center',
  may: () => true,
  teamIds: [],
  agentId: null,
})
