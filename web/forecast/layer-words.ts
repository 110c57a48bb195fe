import type { LaidLayer } from '@pult/contract/forecast-layers'

import type { Formats } from '../ui/formats.ts'
import type { layerText } from './layer-text.ts'

type Words = (key: keyof (typeof layerText)['en'], values?: Record<string, string | number>) => string

/** +20 %, −30 %. */
export const signedPercent = (formats: Formats, fraction: number): string =>
  `${fraction > 0 ? '+' : ''}${formats.percent(fraction, percentDigits(fraction))}`

const percentDigits = (fraction: number): number =>
  Math.abs(fraction * 100 - Math.round(fraction * 100)) < 0.05 ? 0 : 1

/** How a layer changes the load, in a few words. */
export function sizeWords(
  { change, amount, amountSd, ahtTimes }: Pick<LaidLayer, 'change' | 'amount' | 'amountSd' | 'ahtTimes'>,
  t: Words,
  formats: Formats,
): string {
  const isFactor = change === 'times'
  const size = isFactor
    ? signedPercent(formats, amount - 1)
    : change === 'add'
      ? t('sizeAdd', { count: formats.signed(amount) })
      : t('sizeSet', { count: formats.number(amount) })
  const sd =
    amountSd > 0 ? t('give', { sd: isFactor ? formats.percent(amountSd, 0) : formats.number(amountSd, 0) }) : ''
  const aht = ahtTimes === 1 ? '' : t('ahtChange', { change: signedPercent(formats, ahtTimes - 1) })
  const onlyAht = isFactor && amount === 1 && aht !== ''
  return [onlyAht ? '' : `${size} ${sd}`.trim(), aht].filter((part) => part !== '').join(', ')
}
