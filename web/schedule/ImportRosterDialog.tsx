import { Alert, Button, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { schedule, type ImportedRoster, type ImportProblem } from '@pult/contract/schedule'
import type { Roster } from '@pult/contract/schedule-roster'

import { useCenter } from '../platform/center.tsx'
import { upload } from '../platform/client.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import type { Formats } from '../ui/formats.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { tell } from '../ui/tell.ts'
import type { Translate } from '../ui/text.ts'
import { importText } from './import-text.ts'

interface ImportRosterProps {
  readonly roster: Roster
  readonly onClose: () => void
}

const LIMIT_BYTES = 20 * 1024 * 1024

/** Takes back a roster's file that was edited by hand: first says what it would do and what is wrong in it, then does it. */
export function ImportRosterDialog({ roster: { rosterId, version }, onClose }: ImportRosterProps) {
  const t = useText(importText)
  const words = useWordsOf()
  const queryClient = useQueryClient()
  const { centerId } = useCenter()
  const [tried, setTried] = useState<{ readonly file: File; readonly result: ImportedRoster } | null>(null)
  const [isTaking, setTaking] = useState(false)
  const send = (file: File, isTrial: boolean, options = {}): Promise<ImportedRoster> =>
    upload(
      schedule.importRoster,
      { params: { centerId, rosterId }, query: { version, isTrial: isTrial ? 'true' : 'false' } },
      file,
      options,
    )
  const take = (file: File): void => {
    setTaking(true)
    send(file, false)
      .then((result) => {
        if (!result.isApplied) return setTried({ file, result })
        tell({ kind: 'good', words: t('taken', { count: result.added + result.changed + result.removed }) })
        onClose()
        return queryClient.invalidateQueries()
      })
      .catch((error: unknown) => tell({ kind: 'bad', words: words(error) }))
      .finally(() => setTaking(false))
  }
  return (
    <Modal opened onClose={onClose} title={t('importTitle')} size="lg">
      <Stack gap="md">
        {tried === null ? (
          <FileDrop
            accept=".csv,.xlsx"
            limitBytes={LIMIT_BYTES}
            words={words}
            send={async (file, onProgress, signal) =>
              setTried({ file, result: await send(file, true, { onProgress, signal }) })
            }
          >
            {t('importHint')}
          </FileDrop>
        ) : (
          <>
            <Outcome result={tried.result} />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setTried(null)}>
                {t('otherFile')}
              </Button>
              {tried.result.added + tried.result.changed + tried.result.removed > 0 && (
                <Button loading={isTaking} onClick={() => take(tried.file)}>
                  {t('take')}
                </Button>
              )}
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  )
}

const PROBLEMS_SHOWN = 100

type Key = keyof typeof importText.en
const isKey = (key: string): key is Key => Object.hasOwn(importText.en, key)

function columnWords(field: string, t: Translate<Key>): string {
  const key = `field_${field}`
  return isKey(key) ? t(key) : field
}

/** Days among the values as people write them. */
const withDays = (values: ImportProblem['values'], formats: Formats): ImportProblem['values'] =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, /[dD]ay$/.test(name) ? formats.date(String(value)) : value]),
  )

function Outcome({ result: { rows, added, changed, removed, problems } }: { readonly result: ImportedRoster }) {
  const t = useText(importText)
  const formats = useFormats()
  if (problems.length === 0 && added + changed + removed === 0)
    return <Text size="sm">{t('wouldDoNothing', { count: rows })}</Text>
  if (problems.length === 0)
    return (
      <Text size="sm">
        {t('wouldDo', {
          rows: formats.number(rows),
          added: formats.number(added),
          changed: formats.number(changed),
          removed: formats.number(removed),
        })}
      </Text>
    )
  return (
    <>
      <Alert color="brick" title={t('problems', { count: problems.length })}>
        {t('problemsHint')}
      </Alert>
      <Table aria-label={t('problems', { count: problems.length })}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right">{t('row')}</Table.Th>
            <Table.Th>{t('field')}</Table.Th>
            <Table.Th>{t('reason')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {problems.slice(0, PROBLEMS_SHOWN).map(({ row, field, code, values, reason }) => (
            <Table.Tr key={`${row} ${field} ${reason}`}>
              <Table.Td ta="right">{formats.number(row)}</Table.Td>
              <Table.Td>{columnWords(field, t)}</Table.Td>
              <Table.Td>{t(`problem_${code}`, withDays(values, formats))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
