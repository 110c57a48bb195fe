import { Table } from '@mantine/core'

import type { ImportReport } from '@pult/contract/imports'

import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { findingWord, importsText } from './imports-text.ts'

const kinds = ['rejected', 'repaired', 'flagged'] as const

/** What stands for the details of one row where all rows of a code are counted. */
const anything = {
  value: '…',
  text: '…',
  key: '…',
  stored: '…',
  given: '…',
  event: '…',
  call: '…',
  seconds: '…',
  agent: '…',
}

/** How often each thing was wrong, in the whole file: the list below it holds the first ten thousand rows. */
export function FindingCounts({ report }: { readonly report: ImportReport }) {
  const t = useText(importsText)
  const formats = useFormats()
  const counts = kinds.flatMap((kind) =>
    Object.entries(report[kind])
      .toSorted(([, left], [, right]) => right - left)
      .map(([code, count]) => ({ kind, code, count })),
  )
  if (counts.length === 0) return null
  return (
    <Section title={t('byKind')}>
      <ScrollTable minWidth={330}>
        <Table verticalSpacing={3}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={130}>{t('status')}</Table.Th>
              <Table.Th>{t('what')}</Table.Th>
              <Table.Th ta="end">{t('howOften')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {counts.map(({ kind, code, count }) => (
              <Table.Tr key={`${kind} ${code}`}>
                <Table.Td>{t(`kindWord_${kind}`)}</Table.Td>
                <Table.Td>{t(findingWord(code), { ...anything, code })}</Table.Td>
                <Table.Td ta="end">{formats.number(count)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
    </Section>
  )
}
