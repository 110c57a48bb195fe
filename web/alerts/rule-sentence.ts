import type { AlertRuleDraft, Watchable } from '@pult/contract/alert-rules'

import type { Formats } from '../ui/formats.ts'
import type { Language, Translate } from '../ui/text.ts'
import type { rulesText } from './rules-text.ts'

type Key = keyof (typeof rulesText)['en']

/** People type per cent; the rest is kept as it is shown. */
export const typedFactor = (unit: Watchable['unit']): number => (unit === 'fraction' ? 100 : 1)

/** How a figure of a unit is shown. */
export function shownFigure(value: number, unit: Watchable['unit'], formats: Formats): string {
  switch (unit) {
    case 'fraction':
      return formats.percent(value)
    case 'seconds':
      return formats.duration(value)
    case 'minutes':
    case 'contacts':
    case 'agents':
    case 'times':
      return formats.number(value)
  }
}

interface Tongue {
  readonly t: Translate<Key>
  readonly language: Language
  readonly formats: Formats
}

/** The watchable that a rule names; undefined where this version knows it no more, and of conditions. */
export function watchableOf(
  { watch }: Pick<AlertRuleDraft, 'watch'>,
  watchables: readonly Watchable[],
): Watchable | undefined {
  if (watch.kind === 'condition') return undefined
  const id = watch.kind === 'live' ? watch.figure : watch.measure
  return watchables.find((one) => one.kind === watch.kind && one.id === id)
}

/** What a rule watches, in words: `Уровень обслуживания ниже цели · каждой очереди · последние 30 минут`. */
export function ruleSentence(
  draft: AlertRuleDraft,
  watchables: readonly Watchable[],
  { t, language, formats }: Tongue,
): string {
  const { watch, limit } = draft
  if (watch.kind === 'condition') return watch.conditions.map((kind) => t(`condition_${kind}`)).join(', ')
  const found = watchableOf(draft, watchables)
  const unit = found?.unit ?? 'times'
  const at = limit === null || limit.at === null ? t('target') : shownFigure(limit.at, unit, formats)
  const what = t('sentence', {
    what: found?.name[language] ?? '–',
    side: t(`side_${limit?.side ?? 'above'}`),
    limit: at,
  })
  const over = watch.kind === 'measure' ? [t(`window_${watch.window}`)] : []
  return [what, t(`scope_${watch.scope}`), ...over].join(' · ')
}
