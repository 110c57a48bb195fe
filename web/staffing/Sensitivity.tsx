import { Button, Group, Progress, Table, Text } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'

import type { RequirementInterval } from '@pult/contract/staffing'

import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { saveTable } from '../ui/save-table.ts'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import type { Trial } from './count-again.ts'
import { sensitivityText } from './sensitivity-text.ts'
import { tryVariant, variantsOf, type Figures, type Variant } from './sensitivity.ts'

interface SensitivityProps {
  readonly intervals: readonly RequirementInterval[]
  readonly trial: Trial
  readonly name: string
}

interface Tried {
  readonly trial: Trial
  readonly base: Figures
  readonly figures: readonly Figures[]
}

/** What the requirement becomes when an assumption is off: counted here in the browser, when asked. */
export function Sensitivity({ intervals, trial, name }: SensitivityProps) {
  const t = useText(sensitivityText)
  const variants = useMemo(() => variantsOf(trial.rule), [trial.rule])
  const [isAsked, setAsked] = useState(false)
  const [tried, setTried] = useState<Tried | null>(null)
  const current = tried?.trial === trial ? tried : null
  const done = current?.figures.length ?? 0
  useEffect(() => {
    if (!isAsked || (current !== null && done === variants.length)) return undefined
    // One variant at a time, so that the page goes on answering.
    const timer = setTimeout(() => {
      if (current === null) setTried({ trial, base: tryVariant(intervals, trial, null), figures: [] })
      else {
        const next = tryVariant(intervals, trial, variants[done] ?? null)
        setTried({ ...current, figures: [...current.figures, next] })
      }
    })
    return () => clearTimeout(timer)
  }, [isAsked, current, done, intervals, trial, variants])
  return (
    <Section title={t('title')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('hint')}
      </Text>
      {!isAsked && (
        <Group>
          <Button variant="default" onClick={() => setAsked(true)}>
            {t('count')}
          </Button>
        </Group>
      )}
      {isAsked && done < variants.length && (
        <Progress value={(100 * done) / variants.length} aria-label={t('counting')} />
      )}
      {current !== null && done === variants.length && (
        <Variants variants={variants} base={current.base} figures={current.figures} name={name} />
      )}
    </Section>
  )
}

interface VariantsProps {
  readonly variants: readonly Variant[]
  readonly base: Figures
  readonly figures: readonly Figures[]
  readonly name: string
}

function Variants({ variants, base, figures, name }: VariantsProps) {
  const t = useText(sensitivityText)
  const formats = useFormats()
  const wordsOf = ({ what, by }: Variant): string =>
    what === 'target'
      ? t(by > 0 ? 'stricter' : 'looser')
      : t(what, { by: `${by > 0 ? '+' : '−'}${formats.percent(Math.abs(by), 0)}` })
  const rows = [
    { words: t('asNow'), own: base },
    ...variants.map((variant, place) => ({ words: wordsOf(variant), own: figures[place] ?? base })),
  ]
  const most = Math.max(...rows.map(({ own }) => changeOf(own, base) ?? 0).map(Math.abs), 1e-9)
  const headings = [t('assumption'), t('hours'), t('change'), t('rosterHours'), t('peak')]
  return (
    <>
      <ScrollTable minWidth={560}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {headings.map((heading) => (
                <Table.Th key={heading}>{heading}</Table.Th>
              ))}
              <Table.Th aria-hidden w="24%" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ words, own }, place) => (
              <Table.Tr key={words} fw={place === 0 ? 650 : undefined}>
                <Table.Td>{words}</Table.Td>
                <Table.Td>{own.hours === null ? t('none') : formats.number(own.hours, 0)}</Table.Td>
                <Table.Td>{place === 0 ? '' : signed(changeOf(own, base), formats.percent)}</Table.Td>
                <Table.Td>{formats.number(own.rosterHours, 0)}</Table.Td>
                <Table.Td>{formats.number(own.peak)}</Table.Td>
                <Table.Td aria-hidden>{place > 0 && <Bar change={changeOf(own, base)} most={most} />}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
      <Group mt="xs">
        <Button
          variant="subtle"
          size="xs"
          onClick={() =>
            saveTable(`pult-sensitivity-${name}`, [
              headings,
              ...rows.map(({ words, own }) => [words, own.hours, changeOf(own, base), own.rosterHours, own.peak]),
            ])
          }
        >
          CSV
        </Button>
      </Group>
    </>
  )
}

const changeOf = ({ hours }: Figures, base: Figures): number | null =>
  hours === null || base.hours === null || base.hours === 0 ? null : hours / base.hours - 1

const signed = (change: number | null, percent: (value: number | null, digits?: number) => string): string =>
  change === null ? percent(null) : `${change > 0 ? '+' : change < 0 ? '−' : ''}${percent(Math.abs(change), 1)}`

/** From the middle to the right for more hours, to the left for fewer. */
function Bar({ change, most }: { readonly change: number | null; readonly most: number }) {
  if (change === null) return null
  const width = (50 * Math.abs(change)) / most
  return (
    <svg viewBox="0 0 100 12" width="100%" height="12" preserveAspectRatio="none">
      <rect
        x={change < 0 ? 50 - width : 50}
        y="2"
        width={width}
        height="8"
        fill={change < 0 ? 'var(--mantine-color-pine-5)' : 'var(--mantine-color-brass-5)'}
      />
      <rect x="49.75" y="0" width="0.5" height="12" fill="var(--mantine-color-dimmed)" />
    </svg>
  )
}
