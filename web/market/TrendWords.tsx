import { Text } from '@mantine/core'

import type { MarketSkill } from '@pult/contract/market'

import { useFormats, useText } from '../ui/language.tsx'
import { marketText } from './market-text.ts'

export const SURE_BELOW = 0.05

/** How a share moves in thirty days, and whether that is more than chance. */
export function TrendWords({ skill: { perMonth, pValue } }: { readonly skill: MarketSkill }) {
  const t = useText(marketText)
  const formats = useFormats()
  if (perMonth === null || pValue === null)
    return (
      <Text size="sm" c="dimmed">
        {t('tooFew')}
      </Text>
    )
  const isSure = pValue < SURE_BELOW
  return (
    <>
      <Text size="sm" {...(isSure ? { fw: 600 } : { c: 'dimmed' })}>
        {formats.points(perMonth, 2)}
      </Text>
      <Text size="xs" c="dimmed">
        {t(isSure ? 'sure' : 'notSure')}
      </Text>
    </>
  )
}
