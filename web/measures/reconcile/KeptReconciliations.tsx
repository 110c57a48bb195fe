import { Button } from '@mantine/core'

import { reconciliations, type Reconciliation } from '@pult/contract/reconciliations'

import { useCenter } from '../../platform/center.tsx'
import { Reply } from '../../platform/Reply.tsx'
import { useAct, useReply } from '../../platform/replies.ts'
import { ConfirmAct } from '../../ui/ConfirmAct.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFormats, useText } from '../../ui/language.tsx'
import { ListTable, type ListColumn } from '../../ui/ListTable.tsx'
import { Section } from '../../ui/Page.tsx'
import { addDays } from '../../ui/period.ts'
import { useWho } from '../../ui/who.ts'
import { reconcileText } from './reconcile-text.ts'

interface KeptReconciliationsProps {
  readonly open: number | null
  readonly onOpen: (id: number) => void
  /** The open one was deleted. */
  readonly onGone: () => void
}

/** Reconciliations that were kept, with who and when. */
export function KeptReconciliations({ open, onOpen, onGone }: KeptReconciliationsProps) {
  const t = useText(reconcileText)
  const formats = useFormats()
  const who = useWho()
  const { centerId } = useCenter()
  const reply = useReply(reconciliations.list, { params: { centerId } })
  const columns: ListColumn<Reconciliation>[] = [
    {
      key: 'name',
      title: t('keepName'),
      cell: (one) => (
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={one.reconciliationId === open}
          onClick={() => onOpen(one.reconciliationId)}
        >
          {one.name}
        </Button>
      ),
    },
    { key: 'period', title: t('period'), cell: (one) => formats.dateRange(one.from, addDays(one.to, -1)) },
    { key: 'result', title: t('result'), cell: (one) => t('explained', { count: one.explained, all: one.figures }) },
    {
      key: 'who',
      title: '',
      cell: (one) => t('keptBy', { name: who(one.createdByName), when: formats.dateTime(one.createdAt) }),
    },
    {
      key: 'acts',
      title: t('deleteKept'),
      acts: 'words',
      cell: (one) => <Delete one={one} onGone={one.reconciliationId === open ? onGone : null} />,
    },
  ]
  return (
    <Section title={t('kept')}>
      <Reply reply={reply}>
        {(data) => (
          <ListTable
            label={t('kept')}
            columns={columns}
            rows={data.reconciliations}
            rowKey={(one) => one.reconciliationId}
            words={(one) => one.name}
            empty={<EmptyState title={t('noneKept')}>{t('noneKeptHint')}</EmptyState>}
          />
        )}
      </Reply>
    </Section>
  )
}

function Delete({ one, onGone }: { readonly one: Reconciliation; readonly onGone: (() => void) | null }) {
  const t = useText(reconcileText)
  const { centerId } = useCenter()
  const remove = useAct(reconciliations.remove, { touches: [reconciliations.list], onDone: () => onGone?.() })
  return (
    <ConfirmAct
      title={t('deleteKept')}
      act={t('deleteKept')}
      onAct={() => remove.mutateAsync({ params: { centerId, reconciliationId: one.reconciliationId } })}
      size="compact-sm"
    >
      {t('deleteAsk', { name: one.name })}
    </ConfirmAct>
  )
}
