import { Alert, Box, Button, Group, Stack, Text } from '@mantine/core'
import { useState, type FormEvent } from 'react'

import { installation, type Backup, type Backups } from '@pult/contract/installation'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { FigureField } from '../ui/FigureField.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { installationText } from './installation-text.ts'

/** Which backups there are, and how old the newest one may be. */
export function BackupsSection() {
  const t = useText(installationText)
  const { centerId } = useCenter()
  const reply = useReply(installation.readBackups, { params: { centerId } })
  return (
    <Section title={t('backups')}>
      <Reply reply={reply}>
        {(backups) => (
          <Stack gap="sm">
            <Text size="sm" c="dimmed" maw={880}>
              {t('backupsHint')}
            </Text>
            <Standing backups={backups} />
            <MaxAge key={backups.maxAgeDays} maxAgeDays={backups.maxAgeDays} />
            <BackupTable backups={backups.backups} />
          </Stack>
        )}
      </Reply>
    </Section>
  )
}

/** Whether the newest is fresh enough, in words. */
function Standing({ backups: { backups, maxAgeDays, isOverdue } }: { readonly backups: Backups }) {
  const t = useText(installationText)
  if (maxAgeDays === null) return <Alert color="brass">{t('notWatched')}</Alert>
  if (isOverdue) return <Alert color="brick">{t(backups.length === 0 ? 'overdueNone' : 'overdue')}</Alert>
  return backups.length === 0 ? null : <Alert color="pine">{t('fresh')}</Alert>
}

function MaxAge({ maxAgeDays }: Pick<Backups, 'maxAgeDays'>) {
  const t = useText(installationText)
  const { centerId } = useCenter()
  const [days, setDays] = useState(maxAgeDays)
  const save = useAct(installation.setBackupAge, { touches: [installation.readBackups], done: t('ageSaved') })
  const onSave = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({ params: { centerId }, body: { maxAgeDays: days } })
  }
  return (
    <form onSubmit={onSave}>
      <Group align="flex-end" gap="sm">
        {/* What is typed stands, and the server says what is wrong with it: 2,5 must not become 25. */}
        <Box maw={420}>
          <FigureField label={t('maxAge')} description={t('maxAgeHint')} value={days} onChange={setDays} />
        </Box>
        <Button type="submit" variant="default" loading={save.isPending} disabled={days === maxAgeDays}>
          {t('saveAge')}
        </Button>
      </Group>
    </form>
  )
}

function BackupTable({ backups }: Pick<Backups, 'backups'>) {
  const t = useText(installationText)
  const formats = useFormats()
  const columns: ListColumn<Backup>[] = [
    { key: 'madeAt', title: t('madeAt'), cell: ({ madeAt }) => formats.dateTime(madeAt) },
    { key: 'size', title: t('size'), isNumber: true, cell: ({ bytes }) => formats.bytes(bytes) },
    { key: 'took', title: t('took'), isNumber: true, cell: ({ seconds }) => formats.duration(seconds) },
    { key: 'rows', title: t('rows'), isNumber: true, cell: ({ rows }) => formats.number(rows) },
    { key: 'tables', title: t('tables'), isNumber: true, cell: ({ tables }) => formats.number(tables) },
  ]
  return (
    <ListTable
      label={t('backups')}
      columns={columns}
      rows={backups}
      rowKey={({ madeAt }) => madeAt}
      empty={<Text>{t('noBackups')}</Text>}
    />
  )
}
