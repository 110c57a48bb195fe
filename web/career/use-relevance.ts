import { useMemo } from 'react'

import type { ResumeDraft } from '@pult/contract/career-words'
import type { RelevanceTo } from '@pult/engine/career'

/** What wordings are put in order by: the same object while nothing of it changes, so that long lists are not sorted at each key. */
export function useRelevance({ resume: { position }, industries, vacancy }: ResumeDraft): RelevanceTo {
  const { title, text } = vacancy
  return useMemo(() => ({ position, industries, vacancy: `${title} ${text}` }), [position, industries, title, text])
}
