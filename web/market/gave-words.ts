import type { SourceCounts } from '@pult/contract/market-words'

import { useFormats, useText } from '../ui/language.tsx'
import { marketText } from './market-text.ts'

/** What a source gave to a snapshot, in a sentence. */
export function useGaveWords(): (counts: SourceCounts) => string {
  const t = useText(marketText)
  const formats = useFormats()
  return ({ source, read, found, fresh, requests, retries, gone, problem }) => {
    const number = (value: number): string => formats.number(value, 0)
    const gave = t('gaveWords', {
      source: t(`source_${source}`),
      read: number(read),
      found: number(found),
      fresh: number(fresh),
      requests: number(requests),
      retries: number(retries),
    })
    const words = [gave, ...(gone > 0 ? [t('goneWords', { count: number(gone) })] : [])].join('; ')
    return problem === null ? words : `${words}. ${t(`problem_${problem}`)}`
  }
}
