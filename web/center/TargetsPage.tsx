import { Button, Switch, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { center, type Queue, type Target } from '@pult/contract/center'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { centerText } from './center-text.ts'
import { definitionOf, targetWords } from './target-words.ts'
import { TargetDialog } from './TargetDialog.tsx'

/** Targets with the days for which they hold. */
export function TargetsPage() {
  const t = useText(centerText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editTargets')
  const [isOpen, setOpen] = useState(false)
  const [withFormer, setWithFormer] = useState(false)
  const reply = useReply(center.listTargets, { params: { centerId } })
  const queues = useReply(center.listQueues, { params: { centerId } })
  const known = queues.data?.queues ?? []
  return (
    <Page
      title={t('targets')}
      subtitle={t('targetsHint')}
      actions={
        mayEdit && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen(true)}>
            {t('newTarget')}
          </Button>
        )
      }
    >
      <Section>
        <Reply reply={reply}>
          {({ targets }) => (
            <>
              {targets.some(isFormer) && (
                <Switch
                  mb="sm"
                  label={t('former')}
                  checked={withFormer}
                  onChange={(event) => setWithFormer(event.currentTarget.checked)}
                />
              )}
              <TargetList targets={targets.filter((one) => withFormer || !isFormer(one))} queues={known} />
            </>
          )}
        </Reply>
      </Section>
      {isOpen && <TargetDialog queues={known} onClose={() => setOpen(false)} />}
    </Page>
  )
}

const isFormer = (target: Target): boolean =>
  target.validTo !== null && target.validTo < new Date().toISOString().slice(0, 10)
/** Targets that a new centre begins with hold since before any contact. */
const ALWAYS = '1990-01-01'

function TargetList({ targets, queues }: { readonly targets: readonly Target[]; readonly queues: readonly Queue[] }) {
  const t = useText(centerText)
  const formats = useFormats()
  const language = useLanguage()
  const columns: ListColumn<Target>[] = [
    {
      key: 'measure',
      title: t('measure'),
      cell: (target) => definitionOf(target.measureId)?.name[language] ?? target.measureId,
    },
    {
      key: 'queue',
      title: t('queue'),
      cell: (target) =>
        target.queueId === null ? (
          <Text span size="sm" c="dimmed">
            {t('allQueues')}
          </Text>
        ) : (
          (queues.find((queue) => queue.queueId === target.queueId)?.name ?? '–')
        ),
    },
    {
      key: 'value',
      title: t('target'),
      cell: (target) => {
        const definition = definitionOf(target.measureId)
        const value = targetWords(formats, definition, target.value, target.withinSeconds)
        return t(definition?.better === 'low' ? 'atMost' : 'atLeast', { value })
      },
    },
    {
      key: 'from',
      title: t('validFrom'),
      cell: (target) => (target.validFrom === ALWAYS ? t('always') : formats.date(target.validFrom)),
    },
    {
      key: 'to',
      title: t('validTo'),
      cell: (target) => (target.validTo === null ? t('now') : formats.date(target.validTo)),
    },
  ]
  return (
    <ListTable
      label={t('targets')}
      columns={columns}
      rows={targets}
      rowKey={(target) => target.targetId}
      empty={<EmptyState title={t('noTargets')}>{t('noTargetsHint')}</EmptyState>}
    />
  )
}
