import { ActionIcon, Button, Select, Switch, Text, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'

import { people, type PauseReason } from '@pult/contract/people'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ConfirmNames, NameToConfirm, usePickedNames } from '../ui/ConfirmNames.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { tell } from '../ui/tell.ts'
import { uiText } from '../ui/ui-text.ts'
import { peopleText } from './people-text.ts'

const kinds = ['pause', 'training', 'offQueue'] as const

/** Reasons to pause as the phone system calls them: what each is, and whether it is paid. */
export function PauseReasonsPage() {
  const t = useText(peopleText)
  const { centerId } = useCenter()
  const [opened, setOpened] = useState<PauseReason | null>(null)
  const reply = useReply(people.listPauseReasons, { params: { centerId } }, { live: ['settings', 'import'] })
  return (
    <Page title={t('pauseReasons')} subtitle={t('pauseReasonsHint')}>
      <Section>
        <Reply reply={reply}>{({ pauseReasons }) => <ReasonList reasons={pauseReasons} onOpen={setOpened} />}</Reply>
      </Section>
      {opened !== null && <ReasonDialog reason={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

interface ReasonListProps {
  readonly reasons: readonly PauseReason[]
  readonly onOpen: (reason: PauseReason) => void
}

function ReasonList({ reasons, onOpen }: ReasonListProps) {
  const t = useText(peopleText)
  const ui = useText(uiText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editPeople')
  const picked = usePickedNames(
    reasons.filter(({ status }) => status === 'toConfirm').map(({ pauseReasonId }) => pauseReasonId),
  )
  const confirm = useAct(people.confirmPauseReasons, {
    onDone: ({ confirmed }) => tell({ kind: 'good', words: ui('namesConfirmed', { count: confirmed }) }),
  })
  const columns: ListColumn<PauseReason>[] = [
    {
      key: 'name',
      title: t('name'),
      cell: ({ pauseReasonId, name, status }) => (
        <NameToConfirm id={pauseReasonId} name={name} status={status} picked={mayEdit ? picked : undefined} />
      ),
    },
    { key: 'kind', title: t('kind'), cell: (reason) => t(reason.kind) },
    { key: 'paid', title: t('paid'), cell: (reason) => t(reason.paid ? 'isPaid' : 'isUnpaid') },
    {
      key: 'names',
      title: t('names'),
      cell: (reason) => (
        <Text span size="sm" c="dimmed">
          {reason.names.join(', ')}
        </Text>
      ),
    },
  ]
  if (mayEdit) {
    columns.push({
      key: 'acts',
      title: t('actions'),
      acts: 'icons',
      cell: (reason) => (
        <ActionIcon aria-label={t('change', { name: reason.name })} onClick={() => onOpen(reason)}>
          <IconPencil size={16} />
        </ActionIcon>
      ),
    })
  }
  return (
    <>
      {mayEdit && (
        <ConfirmNames
          picked={picked}
          isPending={confirm.isPending}
          onConfirm={(ids) => confirm.mutate({ params: { centerId }, body: { ids: [...ids] } })}
        />
      )}
      <ListTable
        label={t('pauseReasons')}
        columns={columns}
        rows={reasons}
        rowKey={(reason) => reason.pauseReasonId}
        words={(reason) => `${reason.name} ${reason.names.join(' ')}`}
        empty={<EmptyState title={t('noReasons')}>{t('noReasonsHint')}</EmptyState>}
      />
    </>
  )
}

function ReasonDialog({ reason, onClose }: { readonly reason: PauseReason; readonly onClose: () => void }) {
  const t = useText(peopleText)
  const { centerId } = useCenter()
  const { pauseReasonId, names: _names, ...start } = reason
  const [draft, setDraft] = useState(start)
  const change = useAct(people.changePauseReason, { problem: 'self', onDone: onClose })
  const save = (status: PauseReason['status']): void =>
    change.mutate({ params: { centerId, pauseReasonId }, body: { ...draft, status } })
  return (
    <SaveDialog
      title={reason.name}
      saving={change}
      onClose={onClose}
      onSave={() => save(reason.status === 'toConfirm' ? 'confirmed' : reason.status)}
      act={t(reason.status === 'toConfirm' ? 'confirm' : 'save')}
      more={
        <Button
          variant="subtle"
          color="gray"
          onClick={() => save(reason.status === 'archived' ? 'confirmed' : 'archived')}
        >
          {t(reason.status === 'archived' ? 'restore' : 'archive')}
        </Button>
      }
    >
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        value={draft.name}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <Select
        label={t('kind')}
        allowDeselect={false}
        data={kinds.map((kind) => ({ value: kind, label: t(kind) }))}
        value={draft.kind}
        onChange={(kind) => setDraft({ ...draft, kind: kinds.find((one) => one === kind) ?? draft.kind })}
      />
      <Switch
        label={t('isPaid')}
        description={t('paidHint')}
        checked={draft.paid}
        onChange={(event) => setDraft({ ...draft, paid: event.currentTarget.checked })}
      />
    </SaveDialog>
  )
}
