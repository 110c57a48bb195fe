import { Button, Text, Textarea } from '@mantine/core'
import { useState } from 'react'

import { holdsOf, privacyRegisters, type Hold } from '@pult/contract/privacy-registers'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { PersonFields, type ChosenPerson } from './PersonFields.tsx'
import { privacyText } from './privacy-text.ts'

/** Of whom nothing is removed. */
export function HoldsSection() {
  const t = useText(privacyText)
  const { centerId } = useCenter()
  const [isOpen, setOpen] = useState(false)
  const reply = useReply(privacyRegisters.listHolds, { params: { centerId } })
  return (
    <Section
      title={t('holds')}
      actions={
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('newHold')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('holdsHint')}
      </Text>
      <Reply reply={reply}>{({ holds }) => <HoldList holds={holds} />}</Reply>
      {isOpen && <HoldDialog onClose={() => setOpen(false)} />}
    </Section>
  )
}

function HoldList({ holds }: { readonly holds: readonly Hold[] }) {
  const t = useText(privacyText)
  const formats = useFormats()
  const columns: ListColumn<Hold>[] = [
    {
      key: 'subject',
      title: t('about'),
      cell: ({ subjectOf, subject }) => (subjectOf === 'everybody' ? t('ofEverybody') : subject),
    },
    { key: 'reason', title: t('reason'), cell: ({ reason }) => reason },
    { key: 'since', title: t('since'), cell: ({ madeAt }) => formats.date(madeAt) },
    { key: 'by', title: t('by'), cell: ({ madeByName }) => madeByName },
    { key: 'acts', title: t('lift'), acts: 'words', cell: (hold) => <Lift hold={hold} /> },
  ]
  return (
    <ListTable
      label={t('holds')}
      columns={columns}
      rows={holds}
      rowKey={({ holdId }) => holdId}
      empty={<Text c="dimmed">{t('noHolds')}</Text>}
    />
  )
}

function Lift({ hold: { holdId, liftedAt, liftedByName } }: { readonly hold: Hold }) {
  const t = useText(privacyText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const lift = useAct(privacyRegisters.liftHold)
  if (liftedAt !== null)
    return (
      <Text span size="sm" c="dimmed">
        {t('lifted', { day: formats.date(liftedAt), name: liftedByName ?? '' })}
      </Text>
    )
  return (
    <ConfirmAct
      title={t('lift')}
      act={t('lift')}
      onAct={() => lift.mutateAsync({ params: { centerId, holdId } })}
      trigger={(open) => (
        <Button size="compact-sm" variant="subtle" color="brick" onClick={open}>
          {t('lift')}
        </Button>
      )}
    >
      {t('liftAsk')}
    </ConfirmAct>
  )
}

function HoldDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(privacyText)
  const { centerId } = useCenter()
  const [person, setPerson] = useState<ChosenPerson>({ of: 'customer', text: '', agentId: null })
  const [reason, setReason] = useState('')
  const create = useAct(privacyRegisters.createHold, { problem: 'self', onDone: onClose })
  return (
    <SaveDialog
      title={t('newHold')}
      saving={create}
      onClose={onClose}
      onSave={() =>
        create.mutate({
          params: { centerId },
          body: {
            subjectOf: holdsOf.find((one) => one === person.of) ?? 'customer',
            subject: person.of === 'customer' ? person.text : '',
            agentId: person.of === 'agent' ? person.agentId : null,
            reason,
          },
        })
      }
    >
      <PersonFields kinds={holdsOf} value={person} onChange={setPerson} />
      <Textarea
        label={t('reason')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </SaveDialog>
  )
}
