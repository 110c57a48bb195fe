import { Alert, Group, List, Select, Stack, Table, Text, Textarea } from '@mantine/core'

import { columnMeanings, type ColumnMeaning } from '@pult/engine/measures'

import { DayField } from '../../ui/DayField.tsx'
import { useFormats, useText } from '../../ui/language.tsx'
import { Section } from '../../ui/Page.tsx'
import type { Days } from '../../ui/period.ts'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import type { PastedReport } from './pasted-report.ts'
import { reconcileText } from './reconcile-text.ts'

interface ReportPasteProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly days: Days
  readonly onDays: (days: Days) => void
  readonly pasted: PastedReport
  readonly queues: readonly { readonly queueId: number; readonly name: string }[]
  readonly onMeaning: (column: number, meaning: ColumnMeaning) => void
  readonly onQueue: (name: string, queueId: number | null) => void
}

const SHOWN_ROWS = 8
const SHOWN_PROBLEMS = 8

/** Where an old report is pasted, and how it was understood. */
export function ReportPaste(props: ReportPasteProps) {
  const { text, onText, days, onDays, pasted } = props
  const t = useText(reconcileText)
  const formats = useFormats()
  return (
    <Section title={t('report')}>
      <Stack gap="sm">
        <Textarea
          label={t('paste')}
          description={t('pasteHint')}
          placeholder={t('pasteExample')}
          autosize
          minRows={6}
          maxRows={14}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          styles={{
            input: { fontFamily: 'var(--mantine-font-family-monospace)', whiteSpace: 'pre', overflowX: 'auto' },
          }}
        />
        {pasted.days === null ? (
          <Group align="flex-start">
            <DayField
              label={t('from')}
              value={days.from}
              onChange={(from) => from !== null && onDays({ ...days, from })}
            />
            <DayField
              label={t('to')}
              value={days.to}
              onChange={(to) => to !== null && onDays({ ...days, to })}
              error={days.to < days.from ? t('toBeforeFrom') : undefined}
            />
          </Group>
        ) : (
          <Text size="sm">
            {formats.dateRange(pasted.days.from, pasted.days.to)} ({t('dayTold')})
          </Text>
        )}
        {pasted.table.titles.length > 0 && <Understood {...props} />}
        {pasted.problems.length > 0 && (
          <Alert color="brass">
            <List size="sm">
              {pasted.problems.slice(0, SHOWN_PROBLEMS).map(({ row, column, title, text: cell, expected }) => (
                <List.Item key={`${row}/${column}`}>
                  {t('cellProblem', { row, column, title, text: cell, expected: t(`expected_${expected}`) })}
                </List.Item>
              ))}
            </List>
          </Alert>
        )}
        {text.trim() !== '' && pasted.rows.length === 0 && <Text c="dimmed">{t('nothingRead')}</Text>}
      </Stack>
    </Section>
  )
}

function Understood({ pasted, queues, onMeaning, onQueue }: ReportPasteProps) {
  const t = useText(reconcileText)
  const choices = columnMeanings.map((meaning) => ({ value: meaning, label: t(`meaning_${meaning}`) }))
  return (
    <>
      <Text size="sm" fw={600}>
        {t('understood')}{' '}
        <Text span size="sm" c="dimmed" fw={400}>
          {t('understoodHint')}
        </Text>
      </Text>
      <ScrollTable>
        <Table withTableBorder verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              {pasted.table.titles.map((title, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a column is its place
                <Table.Th key={index}>
                  <Text size="sm" fw={600}>
                    {title === '' ? '–' : title}
                  </Text>
                  <Select
                    aria-label={t('meaningOf', { title })}
                    size="xs"
                    w={190}
                    allowDeselect={false}
                    data={choices}
                    value={pasted.meanings[index] ?? 'ignore'}
                    onChange={(value) => {
                      const meaning = columnMeanings.find((one) => one === value)
                      if (meaning !== undefined) onMeaning(index, meaning)
                    }}
                  />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pasted.table.rows.slice(0, SHOWN_ROWS).map((cells, row) => (
              // oxlint-disable-next-line react/no-array-index-key -- a row is its place
              <Table.Tr key={row}>
                {pasted.table.titles.map((_title, column) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a cell is its place
                  <Table.Td key={column}>{cells[column] ?? ''}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
      <Group>
        {pasted.queues.map(({ name, queueId }) => (
          <Select
            key={name}
            label={t('queueOf', { name })}
            w={260}
            clearable
            placeholder={t('queueNone')}
            data={queues.map((queue) => ({ value: String(queue.queueId), label: queue.name }))}
            value={queueId === null ? null : String(queueId)}
            onChange={(value) => onQueue(name, value === null ? null : Number(value))}
          />
        ))}
      </Group>
    </>
  )
}
