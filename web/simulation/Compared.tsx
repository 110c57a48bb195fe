import { Group, Select, Table, Text } from '@mantine/core'
import { useState } from 'react'

import type { Estimate, WhatIf, WhatIfResult } from '@pult/contract/simulation'

import { useFormats, useText } from '../ui/language.tsx'
import { levelRuleText } from '../ui/level-rule-text.ts'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { simulationText } from './simulation-text.ts'

export const shownFigures = ['serviceLevel', 'leftRate', 'asaSeconds', 'occupancy'] as const
type ShownFigure = (typeof shownFigures)[number] | 'blockedRate'
export const titles = {
  serviceLevel: 'level',
  leftRate: 'left',
  asaSeconds: 'asa',
  occupancy: 'occupancy',
  blockedRate: 'blocked',
} as const

export function useShown(): (name: ShownFigure, value: number | null, digits?: number) => string {
  const formats = useFormats()
  return (name, value, digits = 1) => (name === 'asaSeconds' ? formats.duration(value) : formats.percent(value, digits))
}

interface ComparedProps {
  readonly whatIf: WhatIf
  readonly results: readonly WhatIfResult[]
}

/** The scenarios side by side, each with its difference from the base or from whichever is chosen. */
export function Compared({ whatIf, results }: ComparedProps) {
  const t = useText(simulationText)
  const formats = useFormats()
  const rules = useText(levelRuleText)
  const [chosen, setChosen] = useState(0)
  const nameOf = (place: number): string => (place === 0 ? t('base') : (whatIf.scenarios[place - 1]?.name ?? ''))
  // Runs from before it was kept know only their differences from the base.
  const canChoose = results.length > 2 && results.every(({ against }) => against !== undefined)
  const reference = canChoose && chosen < results.length ? chosen : 0
  const daySpread = whatIf.base?.daySpread ?? 0
  const isBlocking = results.some(({ total }) => (total.blockedRate?.mean ?? 0) > 0)
  const shown: readonly ShownFigure[] = isBlocking ? [...shownFigures, 'blockedRate'] : shownFigures
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Text size="sm" c="dimmed" flex={1} miw={200}>
          {t('levelRule', { rule: rules(`rule_${whatIf.draft.rule}`) })}
          {daySpread > 0 && ` ${t('spreadUsed', { spread: formats.percent(daySpread, 0) })}`}
        </Text>
        {canChoose && (
          <Select
            label={t('against')}
            w={260}
            allowDeselect={false}
            value={String(reference)}
            onChange={(value) => setChosen(Number(value))}
            data={results.map((_, place) => ({ value: String(place), label: nameOf(place) }))}
          />
        )}
      </Group>
      <ScrollTable minWidth={560}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('scenario')}</Table.Th>
              {shown.map((name) => (
                <Table.Th key={name} ta="right">
                  {t(titles[name])}
                </Table.Th>
              ))}
              <Table.Th ta="right">{t('hours')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {results.map((result, place) => (
              <Table.Tr key={place}>
                <Table.Td>{nameOf(place)}</Table.Td>
                {shown.map((name) => (
                  <Table.Td key={name} ta="right">
                    <Value
                      name={name}
                      own={result.total[name] ?? NOTHING}
                      less={differenceOf(results, place, reference, name)}
                    />
                  </Table.Td>
                ))}
                <Table.Td ta="right">{formats.number(result.agentHours, 0)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
      <Text size="sm" c="dimmed">
        {t('compareWith', { name: nameOf(reference) })}
      </Text>
    </>
  )
}

const NOTHING: Estimate = { mean: 0, halfWidth: null }

/** Kept once for each two, the later less the earlier; null for one and itself. */
function differenceOf(
  results: readonly WhatIfResult[],
  place: number,
  reference: number,
  name: ShownFigure,
): Estimate | null {
  if (place === reference) return null
  if (place < reference) {
    const later = results[reference]?.against?.[place]?.total[name]
    return later === undefined ? null : { mean: -later.mean, halfWidth: later.halfWidth }
  }
  const result = results[place]
  return (reference === 0 ? result?.difference : result?.against?.[reference])?.total[name] ?? null
}

interface ValueProps {
  readonly name: ShownFigure
  readonly own: Estimate
  readonly less: Estimate | null
}

/** A figure, and below it how much it differs: in points or seconds, with half its 95 % interval. */
function Value({ name, own, less }: ValueProps) {
  const t = useText(simulationText)
  const formats = useFormats()
  const show = useShown()
  const times = name === 'asaSeconds' ? 1 : 100
  const isSure = less !== null && Math.abs(less.mean) > (less.halfWidth ?? 0)
  return (
    <>
      <b>{show(name, own.mean)}</b>
      {less !== null && (
        <Text size="sm" {...(isSure ? {} : { c: 'dimmed' })}>
          {isSure
            ? t('surely', {
                difference: `${less.mean > 0 ? '+' : ''}${formats.number(less.mean * times, 1)}`,
                width: formats.number((less.halfWidth ?? 0) * times, 1),
              })
            : t('noEffect')}
        </Text>
      )}
    </>
  )
}
