import { center } from '@pult/contract/center'

import { useGo } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { useAct } from '../platform/replies.ts'
import { useAskSessionAgain } from '../platform/session.ts'
import type { CenterDraft } from './CenterFields.tsx'

/** What a new centre begins with: the zone of the browser. */
export const newCenterDraft = (): CenterDraft => ({
  name: '',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  calendar: 'ru',
})

/** Makes a centre and leads to its first import. */
export function useCreateCenter() {
  const go = useGo()
  const askAgain = useAskSessionAgain()
  return useAct(center.createCenter, {
    problem: 'self',
    onDone: ({ centerId }) => void askAgain().then(() => go(paths.imports(centerId))),
  })
}
