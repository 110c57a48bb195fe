import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'

import type { Agent } from '@pult/contract/people'
import { peopleAgreements, type Agreement } from '@pult/contract/people-agreements'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DayField } from '../ui/DayField.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { agreementText } from './agreement-text.ts'
import { termsOf, usualTerms } from './agreement-terms.ts'
import { TermsFields } from './TermsFields.tsx'

interface AgreementDialogProps {
  readonly agent: Agent
  /** The one that is changed; null makes a new one. */
  readonly agreement: Agreement | null
  /** A new one begins with its terms. */
  readonly like?: Agreement | undefined
  readonly onClose: () => void
}

/** An agreement with one person: its days and its terms. */
export function AgreementDialog({ agent, agreement, like, onClose }: AgreementDialogProps) {
  const t = useText(agreementText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [days, setDays] = useState({
    from: agreement?.from ?? formats.today(Date.now()),
    to: agreement?.to ?? null,
  })
  const [terms, setTerms] = useState(termsOf(agreement ?? like ?? usualTerms))
  const create = useAct(peopleAgreements.createAgreement, { problem: 'self', onDone: onClose })
  const change = useAct(peopleAgreements.changeAgreement, { problem: 'self', onDone: onClose })
  const save = (): void => {
    if (agreement === null)
      return create.mutate({ params: { centerId }, body: { agentId: agent.agentId, ...days, ...terms } })
    const { agreementId, version } = agreement
    change.mutate({ params: { centerId, agreementId }, body: { ...days, ...terms, version } })
  }
  return (
    <SaveDialog
      title={agreement === null ? t('newFor', { name: agent.name }) : agent.name}
      saving={agreement === null ? create : change}
      size="lg"
      onClose={onClose}
      onSave={save}
      more={agreement === null ? undefined : <RemoveAgreement agreement={agreement} onGone={onClose} />}
    >
      <Group grow align="start">
        <DayField
          label={t('from')}
          required
          value={days.from}
          onChange={(from) => setDays({ ...days, from: from ?? '' })}
        />
        <DayField label={t('to')} value={days.to} onChange={(to) => setDays({ ...days, to })} />
      </Group>
      {agreement === null && (
        <Text size="xs" c="dimmed">
          {t('fromHint')}
        </Text>
      )}
      <TermsFields terms={terms} onChange={(changed) => setTerms((former) => ({ ...former, ...changed }))} />
    </SaveDialog>
  )
}

interface RemoveAgreementProps {
  readonly agreement: Agreement
  readonly onGone: () => void
}

function RemoveAgreement({ agreement: { agreementId }, onGone }: RemoveAgreementProps) {
  const t = useText(agreementText)
  const { centerId } = useCenter()
  const remove = useAct(peopleAgreements.deleteAgreement, { onDone: onGone })
  return (
    <ConfirmAct
      title={t('removeTitle')}
      act={t('remove')}
      onAct={() => remove.mutateAsync({ params: { centerId, agreementId } })}
      trigger={(open) => (
        <Button variant="subtle" color="brick" onClick={open}>
          {t('remove')}
        </Button>
      )}
    >
      {t('removeHint')}
    </ConfirmAct>
  )
}
