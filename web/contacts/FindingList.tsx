import { Table } from '@mantine/core'

import type { Finding } from '@pult/contract/imports'

import { useFormats, useText } from '../ui/language.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { findingWord, importsText } from './imports-text.ts'

type Key = keyof typeof importsText.en

const nothingTold = {
  value: '',
  text: '',
  key: '',
  stored: '',
  given: '',
  event: '',
  call: '–',
  seconds: '–',
  agent: '',
}

/** What a reader rejected, repaired or doubts, row by row. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useText(importsText)
  const formats = useFormats()
  const sentence = ({ code, field, details }: Finding): string => {
    const place = field === null ? '' : `${field in importsText.en ? t(field as Key) : field}: `
    return place + t(findingWord(code), { ...nothingTold, code, ...details })
  }
  return (
    <ScrollTable minWidth={420}>
      <Table verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={90}>{t('row')}</Table.Th>
            <Table.Th w={130}>{t('status')}</Table.Th>
            <Table.Th>{t('what')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {findings.map((finding, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- findings come in the file's order and never change
            <Table.Tr key={index}>
              <Table.Td>{formats.number(finding.rowNumber)}</Table.Td>
              <Table.Td>{t(`kindWord_${finding.kind}`)}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{sentence(finding)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}
