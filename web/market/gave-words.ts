import type { SourceCounts } from '@pult/contract/market-words'

import { useFormats, useText } from '../ui/language.tsx'
import { marketText } from './market-text.ts'
import { sourceText } from './source-text.ts'

const leftOut = ['gone', 'otherTitle', 'otherRegion', 'unreadable', 'skillsTooLong'] as const

/** What a source gave to a snapshot, and what of it was left out, in a sentence. */
export function useGaveWords(): (counts: SourceCounts) => string {
  const t = useText(sourceText)
  const said = useText(marketText)
  const formats = useFormats()
  return (counts) => {
    const { source, read, found, fresh, requests, retries, problem } = counts
    const number = (value: number): string => formats.number(value, 0)
    const told = {
      source: said(`source_${source}`),
      read: number(read),
      found: number(found),
      fresh: number(fresh),
      requests: number(requests),
      retries: number(retries),
    }
    // A file is not asked.
    const gave = [t('gaveWords', told), ...(source === 'file' ? [] : [t('askedWords', told)])].join('; ')
    const left = leftOut.flatMap((what) =>
      counts[what] > 0 ? [t(`left_${what}`, { count: number(counts[what]) })] : [],
    )
    const words = [gave, ...left].join('; ')
    return problem === null ? words : `${words}. ${t(`problem_${problem}`)}`
  }
}
