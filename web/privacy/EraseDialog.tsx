import { Alert, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'

import type { Erased, PersonAsked } from '@pult/contract/privacy'
import { privacyRegisters } from '@pult/contract/privacy-registers'
import { dataKindWords } from '@pult/contract/privacy-words'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useLanguage, useSaid, useText } from '../ui/language.tsx'
import { tell } from '../ui/tell.ts'
import { privacyText } from './privacy-text.ts'

interface EraseDialogProps {
  readonly asked: PersonAsked
  readonly called: string
  readonly onClose: () => void
  readonly onErased: () => void
}

/** Asks for the reason and the name once more: what is erased does not come back. */
export function EraseDialog({ asked, called, onClose, onErased }: EraseDialogProps) {
  const t = useText(privacyText)
  const language = useLanguage()
  const { centerId } = useCenter()
  const [reason, setReason] = useState('')
  const [confirmation, setConfirmation] = useState('')
  const [requestId, setRequestId] = useState<string | null>(null)
  const requests = useReply(privacyRegisters.listRequests, { params: { centerId } }).data?.requests ?? []
  const sayLeft = useSayLeft()
  const erase = useAct(privacyRegisters.erase, {
    problem: 'self',
    onDone: (erased) => {
      tell({ kind: 'good', words: t('erasedDone', { called: erased.called }) })
      sayLeft(erased)
      onErased()
    },
  })
  const save = (): void => {
    const given = { reason, confirmation, requestId: requestId === null ? null : Number(requestId) }
    erase.mutate({
      params: { centerId },
      body: asked.of === 'agent' ? { ...asked, ...given, language } : { ...asked, ...given },
    })
  }
  return (
    <SaveDialog
      title={t('eraseTitle', { called })}
      act={asked.of === 'agent' ? t('makeFormerNow') : t('eraseNow')}
      saving={erase}
      onClose={onClose}
      onSave={save}
      size="lg"
    >
      <Stack gap="xs">
        <Text size="sm">{asked.of === 'agent' ? t('eraseAgentHint') : t('eraseCustomerHint')}</Text>
        <Alert color="brass" p="xs">
          {t('eraseBackups')}
        </Alert>
      </Stack>
      <Textarea
        label={t('reason')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Select
        label={t('request')}
        placeholder={t('noRequest')}
        clearable
        data={requests
          .filter(({ state }) => state === 'open')
          .map((one) => ({ value: String(one.requestId), label: `№ ${one.requestId}: ${one.askedBy}` }))}
        value={requestId}
        onChange={setRequestId}
      />
      <TextInput
        label={t('typeAgain', { called })}
        required
        autoComplete="off"
        value={confirmation}
        onChange={(event) => setConfirmation(event.currentTarget.value)}
      />
    </SaveDialog>
  )
}

/** Says where the person is still named, and that an account stays. */
function useSayLeft(): (erased: Erased) => void {
  const t = useText(privacyText)
  const said = useSaid()
  return ({ left, accountStays }) => {
    if (left.length > 0) {
      const kinds = left.map(({ kind, rows }) => `${said(dataKindWords[kind])} (${rows})`).join(', ')
      tell({ kind: 'bad', title: t('leftTitle'), words: t('leftHint', { kinds }) })
    }
    if (accountStays) tell({ kind: 'plain', words: t('accountStays') })
  }
}
