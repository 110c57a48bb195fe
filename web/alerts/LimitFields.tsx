import { Group, Select, Switch } from '@mantine/core'

import type { AlertLimit } from '@pult/contract/alert-rules'

import { FigureField } from '../ui/FigureField.tsx'
import { useText } from '../ui/language.tsx'
import { typedFactor, watchableOf } from './rule-sentence.ts'
import type { FieldsProps } from './fields-props.ts'
import { rulesText } from './rules-text.ts'

const sides = ['above', 'below'] as const

/** From where on it is out of line, and how far back it must come. Nothing for conditions, which a room has judged. */
export function LimitFields({ known, draft, change }: FieldsProps) {
  const t = useText(rulesText)
  const { limit, watch } = draft
  const found = watchableOf(draft, known.watchables)
  if (limit === null || found === undefined) return null
  const { unit, hasTarget } = found
  const factor = typedFactor(unit)
  const part = (more: Partial<AlertLimit>): void => change({ limit: { ...limit, ...more } })
  const suffix = t(`unit_${unit}`)
  const shownSuffix = suffix === '' ? {} : { suffix: `\u00A0${suffix}` }
  return (
    <>
      <Group grow align="flex-end">
        <Select
          label={t('side')}
          allowDeselect={false}
          data={sides.map((value) => ({ value, label: t(`side_${value}`) }))}
          value={limit.side}
          onChange={(value) => part({ side: value === 'below' ? 'below' : 'above' })}
        />
        {limit.at !== null && (
          <FigureField
            label={t('limit')}
            required
            min={0}
            {...shownSuffix}
            value={typed(limit.at, factor)}
            onChange={(value) => part({ at: (value ?? 0) / factor })}
          />
        )}
        <FigureField
          label={t('slack')}
          min={0}
          {...shownSuffix}
          value={typed(limit.slack, factor)}
          onChange={(value) => part({ slack: (value ?? 0) / factor })}
        />
      </Group>
      {hasTarget && (
        <Switch
          label={t('byTarget')}
          checked={limit.at === null}
          onChange={(event) => part({ at: event.currentTarget.checked ? null : 0.8 * (unit === 'fraction' ? 1 : 100) })}
        />
      )}
      {watch.kind === 'measure' && (
        <Group grow align="flex-end">
          <FigureField
            label={t('fewest')}
            placeholder={t('fewestHint')}
            min={0}
            digits={0}
            value={limit.fewest}
            onChange={(fewest) => part({ fewest: fewest ?? 0 })}
          />
          <Switch
            label={t('onlySure')}
            checked={limit.onlySure}
            onChange={(event) => part({ onlySure: event.currentTarget.checked })}
          />
        </Group>
      )}
    </>
  )
}

/** 0.07 × 100 is a hair more than 7. */
const typed = (value: number, factor: number): number => Math.round(value * factor * 1000) / 1000
