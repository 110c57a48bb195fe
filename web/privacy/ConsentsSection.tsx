import { Button, Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { consentKinds, privacyNotices, type Consent, type ConsentDraft } from '@pult/contract/privacy-notices'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DayField } from '../ui/DayField.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { privacyText } from './privacy-text.ts'

/** What customers agreed to and took back. */
export function ConsentsSection() {
  const t = useText(privacyText)
  const { centerId } = useCenter()
  const [isOpen, setOpen] = useState(false)
  const reply = useReply(privacyNotices.listConsents, { params: { centerId } })
  return (
    <Section
      title={t('consents')}
      actions={
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('newConsent')}
        </Button>
      }
    >
      <Reply reply={reply}>{({ consents }) => <ConsentList consents={consents} />}</Reply>
      {isOpen && <ConsentDialog onClose={() => setOpen(false)} />}
    </Section>
  )
}

function ConsentList({ consents }: { readonly consents: readonly Consent[] }) {
  const t = useText(privacyText)
  const formats = useFormats()
  const columns: ListColumn<Consent>[] = [
    { key: 'customer', title: t('ofCustomer'), cell: ({ customerKey }) => customerKey },
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(`consent_${kind}`) },
    { key: 'given', title: t('givenOn'), cell: ({ givenOn }) => formats.date(givenOn) },
    {
      key: 'how',
      title: t('how'),
      cell: ({ how, wording }) => [how, wording].filter((text) => text !== '').join('; '),
    },
    { key: 'withdrawn', title: t('withdrawn'), cell: (consent) => <Withdrawal consent={consent} /> },
  ]
  return (
    <ListTable
      label={t('consents')}
      columns={columns}
      rows={consents}
      rowKey={({ consentId }) => consentId}
      words={({ customerKey }) => customerKey}
      empty={<Text c="dimmed">{t('noConsents')}</Text>}
    />
  )
}

function Withdrawal({ consent: { consentId, withdrawnOn } }: { readonly consent: Consent }) {
  const t = useText(privacyText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const withdraw = useAct(privacyNotices.withdrawConsent)
  if (withdrawnOn !== null) return <>{formats.date(withdrawnOn)}</>
  return (
    <ConfirmAct
      title={t('withdraw')}
      act={t('withdraw')}
      onAct={() =>
        withdraw.mutateAsync({ params: { centerId, consentId }, body: { withdrawnOn: formats.today(Date.now()) } })
      }
      trigger={(open) => (
        <Button size="compact-sm" variant="subtle" color="brick" onClick={open}>
          {t('withdraw')}
        </Button>
      )}
    >
      {t('withdrawAsk')}
    </ConfirmAct>
  )
}

function ConsentDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(privacyText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [draft, setDraft] = useState<ConsentDraft>({
    customer: '',
    kind: 'processing',
    givenOn: formats.today(Date.now()),
    how: '',
    wording: '',
  })
  const change = (part: Partial<ConsentDraft>): void => setDraft({ ...draft, ...part })
  const create = useAct(privacyNotices.createConsent, { problem: 'self', onDone: onClose })
  return (
    <SaveDialog
      title={t('newConsent')}
      saving={create}
      onClose={onClose}
      onSave={() => create.mutate({ params: { centerId }, body: draft })}
    >
      <TextInput
        label={t('number')}
        description={t('numberHint')}
        required
        maxLength={300}
        value={draft.customer}
        onChange={(event) => change({ customer: event.currentTarget.value })}
      />
      <Select
        label={t('kind')}
        allowDeselect={false}
        data={consentKinds.map((one) => ({ value: one, label: t(`consent_${one}`) }))}
        value={draft.kind}
        onChange={(value) => change({ kind: consentKinds.find((one) => one === value) ?? draft.kind })}
      />
      <DayField
        label={t('givenOn')}
        required
        value={draft.givenOn}
        onChange={(givenOn) => change({ givenOn: givenOn ?? '' })}
      />
      <TextInput
        label={t('how')}
        maxLength={300}
        value={draft.how}
        onChange={(event) => change({ how: event.currentTarget.value })}
      />
      <TextInput
        label={t('wording')}
        maxLength={300}
        value={draft.wording}
        onChange={(event) => change({ wording: event.currentTarget.value })}
      />
    </SaveDialog>
  )
}
