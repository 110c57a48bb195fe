import { Alert, Badge, Button, Group, List, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'

import type { Explained, ExplainedFigure, ReportChange } from '@pult/contract/reconciliations'

import { useCenter, useMay } from '../../platform/center.tsx'
import { drillAddress } from '../../platform/drill.ts'
import { Link } from '../../platform/Link.tsx'
import { useFormats, useText } from '../../ui/language.tsx'
import { Section } from '../../ui/Page.tsx'
import { addDays } from '../../ui/period.ts'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { paths } from '../../platform/paths.ts'
import { adoptable } from './adoptable.ts'
import { drillOfDefinition, drillsOfChange } from './change-drill.ts'
import { sayChange, sayChanges, sayValue, type Wording } from './change-words.ts'
import { reconcileText } from './reconcile-text.ts'

const tones = { equal: 'pine', explained: 'pine', alone: 'brass', unexplained: 'brick' } as const

/** What explains an old report: first what it does with all figures, then each figure. */
export function ReportResult({ found }: { readonly found: Explained }) {
  const t = useText(reconcileText)
  const formats = useFormats()
  const wording: Wording = { t, formats, queues: found.queues }
  const good = found.figures.filter(({ status }) => status === 'equal' || status === 'explained').length
  const all = found.figures.length
  const isEqual = found.figures.every(({ status }) => status === 'equal')
  return (
    <Section title={t('result')}>
      <Stack gap="sm">
        {found.hoursDue > 0 && <Alert color="brass">{t('hoursDue', { count: found.hoursDue })}</Alert>}
        <Alert color={good === all ? 'pine' : 'brass'}>
          {isEqual
            ? t('allEqual')
            : [
                t('explained', { count: good, all }),
                ...(good < all ? [t('notExplained', { count: all - good, all })] : []),
              ].join(' ')}{' '}
          <Text span size="sm" c="dimmed">
            {t('triedIn', {
              tried: formats.number(found.tried),
              seconds: formats.number(found.milliseconds / 1000, 1),
            })}
          </Text>
        </Alert>
        <Shared found={found} wording={wording} isEqual={isEqual} />
        <ScrollTable>
          <Table withTableBorder verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('figure')}</Table.Th>
                <Table.Th ta="end">{t('told')}</Table.Th>
                <Table.Th ta="end">{t('pult')}</Table.Th>
                <Table.Th ta="end">{t('withChanges')}</Table.Th>
                <Table.Th>{t('status')}</Table.Th>
                <Table.Th>{t('how')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.figures.map((figure) => (
                <FigureRows key={figure.figure} figure={figure} found={found} wording={wording} />
              ))}
            </Table.Tbody>
          </Table>
        </ScrollTable>
      </Stack>
    </Section>
  )
}

interface PartProps {
  readonly found: Explained
  readonly wording: Wording
}

function Shared({ found, wording, isEqual }: PartProps & { readonly isEqual: boolean }) {
  const t = useText(reconcileText)
  if (found.changes.length === 0) return <Text size="sm">{t(isEqual ? 'sharedNoneEqual' : 'sharedNone')}</Text>
  return (
    <div>
      <Text fw={600}>{t('shared')}</Text>
      <List>
        {found.changes.map((change) => (
          <List.Item key={change.kind}>
            {sayChange(change, wording)} <Drills change={change} found={found} />
          </List.Item>
        ))}
      </List>
      {found.alternatives.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('others', { sets: found.alternatives.map((set) => `«${sayChanges(set, wording)}»`).join(', ') })}
        </Text>
      )}
    </div>
  )
}

/** Links to the contacts that a change counts otherwise. */
function Drills({ change, found }: { readonly change: ReportChange; readonly found: Explained }) {
  const t = useText(reconcileText)
  const { centerId } = useCenter()
  const mayRead = useMay('readContacts')
  if (!mayRead) return null
  return drillsOfChange(change, found).map(({ label, values, filter }) => (
    <Text span size="sm" key={label ?? 'all'} mr="xs">
      <Link to={drillAddress(centerId, filter) ?? ''}>
        {label === null ? t('contacts') : t('contactsOf', { what: t(label, values) })}
      </Link>
    </Text>
  ))
}

/** The widest row of a figure, with its explanation; the others on demand. */
function FigureRows({ figure, found, wording }: PartProps & { readonly figure: ExplainedFigure }) {
  const t = useText(reconcileText)
  const { formats } = wording
  const [isOpen, setOpen] = useState(false)
  const widest = widestRow(figure, found)
  if (widest === undefined) return null
  const { row, pult, explained } = widest
  const good = figure.rows.filter(({ status }) => status !== 'unexplained').length
  return (
    <>
      <Table.Tr>
        <Table.Td>
          {t(`meaning_${figure.figure}`)}
          {figure.rows.length > 1 && (
            <Text size="xs" c="dimmed">
              {t('rows', { count: figure.rows.length, good })}
            </Text>
          )}
        </Table.Td>
        <Table.Td ta="end">{sayValue(row, row.value, formats)}</Table.Td>
        <Table.Td ta="end">{sayValue(row, pult, formats)}</Table.Td>
        <Table.Td ta="end">
          {figure.status === 'equal' || figure.status === 'explained' ? sayValue(row, explained, formats) : '–'}
        </Table.Td>
        <Table.Td>
          <Badge variant="light" radius="sm" tt="none" miw="max-content" color={tones[figure.status]}>
            {t(`status_${figure.status}`)}
          </Badge>
        </Table.Td>
        <Table.Td>
          <How figure={figure} found={found} wording={wording} />
          {figure.rows.length > 1 && (
            <Button variant="subtle" size="compact-xs" className="no-print" onClick={() => setOpen(!isOpen)}>
              {t(isOpen ? 'hideRows' : 'showRows')}
            </Button>
          )}
        </Table.Td>
      </Table.Tr>
      {isOpen &&
        figure.rows.map((one) => (
          <Table.Tr key={`${one.row.from}/${one.row.to}/${one.row.queueId}`}>
            <Table.Td pl="xl">
              <Text size="sm">{sayScope(one.row, wording)}</Text>
            </Table.Td>
            <Table.Td ta="end">{sayValue(one.row, one.row.value, formats)}</Table.Td>
            <Table.Td ta="end">{sayValue(one.row, one.pult, formats)}</Table.Td>
            <Table.Td ta="end">{sayValue(one.row, one.explained, formats)}</Table.Td>
            <Table.Td>
              <Text size="sm" c={one.status === 'unexplained' ? 'brick' : 'dimmed'}>
                {t(`status_${one.status}`)}
              </Text>
            </Table.Td>
            <Table.Td />
          </Table.Tr>
        ))}
    </>
  )
}

function sayScope(
  { from, to, queueId }: ExplainedFigure['rows'][number]['row'],
  { t, formats, queues }: Wording,
): string {
  const days = from === null || to === null ? t('wholePeriod') : formats.dateRange(from, addDays(to, -1))
  const queue = queueId === null ? t('allQueues') : (queues.find((one) => one.queueId === queueId)?.name ?? '')
  return `${days}, ${queue}`
}

function widestRow(figure: ExplainedFigure, found: Explained): ExplainedFigure['rows'][number] | undefined {
  const width = ({ row }: ExplainedFigure['rows'][number]): number =>
    Date.parse(row.to ?? found.to) - Date.parse(row.from ?? found.from) + (row.queueId === null ? 1 : 0)
  return figure.rows.toSorted((left, right) => width(right) - width(left))[0]
}

/** Why the figure is another: step by step, or that nothing explains it and what comes nearest. */
function How({ figure, found, wording }: PartProps & { readonly figure: ExplainedFigure }) {
  const { t, formats } = wording
  const { centerId } = useCenter()
  const mayRead = useMay('readContacts')
  const mayEdit = useMay('editDefinitions')
  const row = widestRow(figure, found)?.row
  if (row === undefined) return null
  if (figure.status === 'alone' || figure.status === 'unexplained') {
    const how = figure.other === null ? '–' : sayChanges(figure.other.changes, wording)
    const [told, value] = [sayValue(row, row.value, formats), sayValue(row, figure.other?.value ?? null, formats)]
    return (
      <Text size="sm">
        {t(figure.status === 'alone' ? 'aloneGives' : 'noneGives', {
          told,
          value,
          how: how === '' ? t('asPult') : how,
        })}
      </Text>
    )
  }
  const rule = mayRead ? drillOfDefinition(figure, found) : null
  const own = mayEdit ? adoptable(figure, found.changes, found.level) : null
  return (
    <Stack gap={2}>
      {figure.steps.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('asPult')}
        </Text>
      )}
      {figure.steps.map((step) => (
        <Text size="sm" key={sayChanges(step.changes, wording)}>
          {t('step', { what: sayChanges(step.changes, wording), value: sayValue(row, step.value, formats) })}
        </Text>
      ))}
      <Group gap="xs">
        {figure.changes.map((change) => (
          <Drills key={change.kind} change={change} found={found} />
        ))}
        {rule !== null && (
          <Text span size="sm">
            <Link to={drillAddress(centerId, rule) ?? ''}>{t('contacts')}</Link>
          </Text>
        )}
      </Group>
      {own !== null && (
        <Text size="sm" className="no-print">
          <Link to={`${paths.settingsOf(centerId, 'definitions')}?try=${encodeURIComponent(own)}`}>{t('adopt')}</Link>
        </Text>
      )}
      {figure.status === 'explained' && figure.fits > 1 && (
        <Text size="xs" c="dimmed">
          {t('fits', { count: formats.number(figure.fits) })}
        </Text>
      )}
    </Stack>
  )
}
