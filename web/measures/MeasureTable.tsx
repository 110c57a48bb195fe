import { Table, Text } from '@mantine/core'
import { useMemo, useState } from 'react'

import type { MeasureColumn, MeasureFigure, MeasureReply, MeasureRow } from '@pult/contract/measures'

import { useCenter, useMay } from '../platform/center.tsx'
import { drillAddress } from '../platform/drill.ts'
import { Link } from '../platform/Link.tsx'
import { Explain, type Explanation } from '../ui/Explain.tsx'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { TargetMark } from '../ui/NumberCard.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { drillOfMeasure } from './drill-of-measure.ts'
import { writeDifference, writeFigure, writeKey } from './figure-words.ts'
import { measuresText } from './measures-text.ts'
import { markOf, sayVersions, versionOf } from './version-words.ts'
import { whyEmpty } from './why-empty.ts'
import classes from './measures.module.css'
import { targetStates } from './target-states.ts'

interface Sorting {
  /** Index of a figure, or -1 for the keys. */
  readonly by: number
  readonly down: boolean
}

const SHOWN_AT_FIRST = 300

/** Rows of the answer, sortable; every figure leads to its contacts. */
export function MeasureTable({ data }: { readonly data: MeasureReply }) {
  const t = useText(measuresText)
  const [sorting, setSorting] = useState<Sorting>({ by: -1, down: false })
  const [shown, setShown] = useState(SHOWN_AT_FIRST)
  const rows = useMemo(() => sorted(data.rows, sorting), [data.rows, sorting])
  const sortBy = (by: number): void => setSorting((former) => ({ by, down: former.by === by ? !former.down : by >= 0 }))
  return (
    <ScrollTable isTall>
      <Table
        className={classes['measureTable'] ?? ''}
        verticalSpacing={5}
        highlightOnHover
        stickyHeader
        bg="var(--pult-surface)"
        withTableBorder
      >
        <Table.Thead>
          <Table.Tr>
            {data.splitBy.map((split, place) => (
              <Table.Th key={split} aria-sort={ariaSort(sorting, place === 0 ? -1 : -2)}>
                <button type="button" className={classes['sort']} onClick={() => sortBy(-1)}>
                  {t(`split_${split}`)}
                </button>
              </Table.Th>
            ))}
            {data.measures.map((column, index) => (
              <Table.Th key={column.reference} ta="end" aria-sort={ariaSort(sorting, index)}>
                <Heading column={column} onSort={() => sortBy(index)} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.slice(0, shown).map((row) => (
            <Row key={row.keys.map(({ key }) => key).join('|')} row={row} data={data} />
          ))}
          <Row row={data.total} data={data} isTotal />
        </Table.Tbody>
      </Table>
      {rows.length > shown && (
        <Text ta="center" p="sm">
          <button type="button" className={classes['sort']} onClick={() => setShown(shown + 1000)}>
            {t('more')} ({rows.length - shown})
          </button>
        </Text>
      )}
    </ScrollTable>
  )
}

function ariaSort(sorting: Sorting, index: number): 'ascending' | 'descending' | 'none' {
  if (sorting.by !== index) return 'none'
  return sorting.down ? 'descending' : 'ascending'
}

function sorted(rows: readonly MeasureRow[], { by, down }: Sorting): readonly MeasureRow[] {
  if (by < 0) return down ? rows.toReversed() : rows
  const value = (row: MeasureRow): number => row.figures[by]?.value ?? Number.NEGATIVE_INFINITY
  return rows.toSorted((left, right) => (down ? value(right) - value(left) : value(left) - value(right)))
}

function Heading({ column, onSort }: { readonly column: MeasureColumn; readonly onSort: () => void }) {
  const t = useText(measuresText)
  const language = useLanguage()
  const formats = useFormats()
  const more = [
    ...(column.beware === null ? [] : [`${t('beware')}: ${column.beware[language]}`]),
    ...(column.targetChanges.length === 0
      ? []
      : [t('targetChanged', { days: column.targetChanges.map((day) => formats.date(day)).join(', ') })]),
    ...sayVersions(column, formats, t),
  ].join(' ')
  const about: Explanation = {
    name: column.name[language],
    version: versionOf(column),
    formula: column.formula[language],
    ...(more === '' ? {} : { more }),
  }
  const marks = [
    column.short?.[language] ?? '',
    markOf(column, t),
    column.withinSeconds === null ? '' : t('withinThreshold', { time: formats.duration(column.withinSeconds) }),
  ]
    .filter((mark) => mark !== '' && mark !== column.name[language])
    .join(', ')
  return (
    <span style={{ display: 'inline-grid', justifyItems: 'end' }}>
      <button type="button" className={classes['sort']} onClick={onSort}>
        {column.name[language]}
      </button>
      <Explain about={about}>
        <span className={`${classes['small']} ${marks === '' ? 'no-print' : ''}`}>
          {marks === '' ? t('whatIs') : marks}
        </span>
      </Explain>
    </span>
  )
}

function Row({
  row,
  data,
  isTotal = false,
}: {
  readonly row: MeasureRow
  readonly data: MeasureReply
  readonly isTotal?: boolean
}) {
  const t = useText(measuresText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const mayRead = useMay('readContacts')
  return (
    <Table.Tr className={isTotal ? (classes['totalRow'] ?? '') : ''}>
      {data.splitBy.map((split, place) => {
        const key = row.keys[place]
        return (
          <Table.Td key={split}>
            {key === undefined ? (place === 0 ? t('total') : '') : writeKey(key, formats, t)}
          </Table.Td>
        )
      })}
      {row.figures.map((figure, index) => {
        const column = data.measures[index]
        return column === undefined ? null : (
          <Table.Td key={column.reference} className={classes['number'] ?? ''}>
            {row.gap ? (
              <span className={classes['gap']}>{t('gap')}</span>
            ) : (
              <Figure
                figure={figure}
                column={column}
                why={figure.value === null ? whyEmpty(column, data.splitBy, row.drill) : undefined}
                isOfTwo={data.yearBeforePeriod !== null}
                address={mayRead ? drillAddress(centerId, drillOfMeasure(row.drill, column)) : null}
              />
            )}
          </Table.Td>
        )
      })}
    </Table.Tr>
  )
}

interface FigureProps {
  readonly figure: MeasureFigure
  readonly column: MeasureColumn
  /** Why it is empty. */
  readonly why: ReturnType<typeof whyEmpty>
  /** Whether it is compared with two periods. */
  readonly isOfTwo: boolean
  readonly address: string | null
}

function Figure({ figure, column, why, isOfTwo, address }: FigureProps) {
  const t = useText(measuresText)
  const language = useLanguage()
  const formats = useFormats()
  const text = `${figure.approximate && figure.value !== null ? '≈ ' : ''}${writeFigure(column, figure.value, formats)}`
  const more = [
    ...(figure.target === null
      ? []
      : [`${t('target', { target: writeFigure(column, figure.target.value, formats) })}.`]),
    ...(figure.approximate ? [t('approximate')] : []),
    ...(why === undefined ? [] : [t(why)]),
  ].join(' ')
  const isShare = column.kind !== 'count' && column.kind !== 'max'
  const about: Explanation = {
    name: column.name[language],
    version: versionOf(column),
    formula: column.formula[language],
    ...(isShare && figure.value !== null
      ? { numerator: formats.number(figure.numerator, 0), denominator: formats.number(figure.denominator, 0) }
      : {}),
    ...(figure.low === null || figure.high === null
      ? {}
      : {
          uncertainty: t('interval95', {
            low: writeFigure(column, figure.low, formats),
            high: writeFigure(column, figure.high, formats),
          }),
        }),
    ...(more === '' ? {} : { more }),
  }
  return (
    <>
      {figure.target !== null && figure.value !== null && (
        <TargetMark state={targetStates[figure.target.state]} withWords={false} />
      )}{' '}
      <Explain about={about} underline={false}>
        {address === null || figure.value === null ? (
          text
        ) : (
          <Link to={address} className={classes['drill']} title={t('drill')}>
            {text}
          </Link>
        )}
      </Explain>
      <FromTarget figure={figure} column={column} />
      <Difference value={figure.value} former={figure.comparison} column={column} to={isOfTwo ? t('toBefore') : ''} />
      <Difference value={figure.value} former={figure.yearBefore} column={column} to={t('toYearBefore')} />
    </>
  )
}

/** How far the value is from its target, so that nobody has to reckon. */
function FromTarget({ figure: { value, target }, column }: Pick<FigureProps, 'figure' | 'column'>) {
  const t = useText(measuresText)
  const formats = useFormats()
  if (value === null || target === null) return null
  return (
    <div className={classes['small']}>
      {t('fromTarget', {
        target: writeFigure(column, target.value, formats),
        difference: writeDifference(column, value, target.value, formats),
      })}
    </div>
  )
}

interface DifferenceProps {
  readonly value: number | null
  readonly former: MeasureFigure['comparison']
  readonly column: MeasureColumn
  /** To what, where there are two. */
  readonly to: string
}

function Difference({ value, former, column, to }: DifferenceProps) {
  const formats = useFormats()
  const before = former?.value ?? null
  if (before === null || value === null) return null
  const difference = value - before
  // What so few contacts explain by themselves is neither good news nor bad.
  const isNews = difference !== 0 && former?.beyondNoise !== false
  const isBetter = column.better === 'neither' || !isNews ? null : difference > 0 === (column.better === 'high')
  const tone = isBetter === null ? '' : classes[isBetter ? 'better' : 'worse']
  return (
    <div className={`${classes['small']} ${tone}`}>
      {[writeDifference(column, value, before, formats), to].join(' ').trim()}
    </div>
  )
}
