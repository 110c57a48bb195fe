import { Alert, Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'

import { privacyRetention, type RetentionPeriod } from '@pult/contract/privacy-retention'
import { suggestions } from '@pult/engine/privacy'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { PeriodDialog } from './PeriodDialog.tsx'
import { privacyText } from './privacy-text.ts'

/** How long each kind of data is kept, beside what is suggested. */
export function RetentionTab() {
  const t = useText(privacyText)
  const { centerId } = useCenter()
  const reply = useReply(privacyRetention.readRetention, { params: { centerId } })
  const isAnySet = reply.data?.periods.some(({ days }) => days !== null) ?? false
  return (
    <Section title={t('tab_retention')} actions={isAnySet && <RunNow />}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('retentionHint')}
      </Text>
      <Reply reply={reply}>
        {({ periods, held }) => (
          <>
            {held !== null && (
              <Alert color="brass" mb="sm">
                {t('retentionHeld', { reason: held })}
              </Alert>
            )}
            <PeriodList periods={periods} />
          </>
        )}
      </Reply>
      <Text size="sm" c="dimmed" mt="sm">
        {t('auditKept')}
      </Text>
    </Section>
  )
}

function PeriodList({ periods }: { readonly periods: readonly RetentionPeriod[] }) {
  const t = useText(privacyText)
  const formats = useFormats()
  const [open, setOpen] = useState<RetentionPeriod | null>(null)
  const columns: ListColumn<RetentionPeriod>[] = [
    {
      key: 'kind',
      title: t('kind'),
      cell: ({ kind }) => (
        <Stack gap={0} maw={560}>
          {t(`ret_${kind}`)}
          <Text span size="xs" c="dimmed">
            {t(`ret_${kind}_hint`)}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'days',
      title: t('keptFor'),
      isNumber: true,
      cell: ({ days }) => (days === null ? t('forever') : formats.number(days)),
    },
    {
      key: 'suggested',
      title: t('suggested'),
      cell: ({ kind }) => {
        const { days, source } = suggestions[kind]
        return (
          <Stack gap={0}>
            {t('daysOf', { count: days })}
            <Text span size="xs" c="dimmed">
              {t(`source_${source}`)}
            </Text>
          </Stack>
        )
      },
    },
    { key: 'looked', title: t('lookedAt'), cell: ({ lookedAt }) => formats.dateTime(lookedAt) },
    {
      key: 'acts',
      title: t('set'),
      acts: 'words',
      cell: (period) => (
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen(period)}>
          {t('set')}
        </Button>
      ),
    },
  ]
  return (
    <>
      <ListTable
        label={t('tab_retention')}
        columns={columns}
        rows={periods}
        rowKey={({ kind }) => kind}
        empty={<Text c="dimmed">{t('forever')}</Text>}
      />
      {open !== null && <PeriodDialog period={open} onClose={() => setOpen(null)} />}
    </>
  )
}

function RunNow() {
  const t = useText(privacyText)
  const { centerId } = useCenter()
  const run = useAct(privacyRetention.runRetention, { done: t('runDone') })
  return (
    <ConfirmAct
      title={t('runNow')}
      act={t('runNow')}
      onAct={() => run.mutateAsync({ params: { centerId } })}
      trigger={(open) => (
        <Button variant="default" onClick={open}>
          {t('runNow')}
        </Button>
      )}
    >
      {t('runAsk')}
    </ConfirmAct>
  )
}
