import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'

import {
  privacyRegisters,
  requestStates,
  subjectsOf,
  type PersonalRequest,
  type RequestDraft,
} from '@pult/contract/privacy-registers'
import { requestKinds } from '@pult/engine/privacy'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { DayField } from '../ui/DayField.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { PersonFields, type ChosenPerson } from './PersonFields.tsx'
import { privacyText } from './privacy-text.ts'

/** Writes a request down. */
export function NewRequestDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(privacyText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [person, setPerson] = useState<ChosenPerson>({ of: 'customer', text: '', agentId: null })
  const [kind, setKind] = useState<RequestDraft['kind']>('access')
  const [askedBy, setAskedBy] = useState('')
  const [way, setWay] = useState('')
  const [askedOn, setAskedOn] = useState<string | null>(formats.today(Date.now()))
  const create = useAct(privacyRegisters.createRequest, { problem: 'self', onDone: onClose })
  const save = (): void => {
    const subjectOf = subjectsOf.find((one) => one === person.of) ?? 'other'
    const subject = subjectOf === 'agent' ? `agent ${person.agentId ?? ''}` : person.text
    create.mutate({
      params: { centerId },
      body: { kind, subjectOf, subject, agentId: person.agentId, askedBy, way, askedOn: askedOn ?? '' },
    })
  }
  return (
    <SaveDialog title={t('newRequest')} saving={create} onClose={onClose} onSave={save}>
      <Select
        label={t('requestKind')}
        allowDeselect={false}
        data={requestKinds.map((one) => ({ value: one, label: t(`kind_${one}`) }))}
        value={kind}
        onChange={(value) => setKind(requestKinds.find((one) => one === value) ?? kind)}
      />
      <PersonFields kinds={subjectsOf} value={person} onChange={setPerson} />
      <TextInput
        label={t('askedBy')}
        required
        maxLength={200}
        value={askedBy}
        onChange={(event) => setAskedBy(event.currentTarget.value)}
      />
      <TextInput
        label={t('wayCame')}
        maxLength={1000}
        value={way}
        onChange={(event) => setWay(event.currentTarget.value)}
      />
      <DayField label={t('askedOn')} required value={askedOn} onChange={setAskedOn} />
    </SaveDialog>
  )
}

interface ChangeRequestDialogProps {
  readonly request: PersonalRequest
  readonly onClose: () => void
}

/** Says what became of it. */
export function ChangeRequestDialog({ request, onClose }: ChangeRequestDialogProps) {
  const t = useText(privacyText)
  const { centerId } = useCenter()
  const [state, setState] = useState(request.state)
  const [answer, setAnswer] = useState(request.answer)
  const [isExtended, setExtended] = useState(request.isExtended)
  const change = useAct(privacyRegisters.changeRequest, { problem: 'self', onDone: onClose })
  const { requestId, version } = request
  return (
    <SaveDialog
      title={`№ ${requestId}: ${request.subject}`}
      saving={change}
      onClose={onClose}
      onSave={() => change.mutate({ params: { centerId, requestId }, body: { state, answer, isExtended, version } })}
    >
      <Select
        label={t('state')}
        allowDeselect={false}
        data={requestStates.map((one) => ({ value: one, label: t(`state_${one}`) }))}
        value={state}
        onChange={(value) => setState(requestStates.find((one) => one === value) ?? state)}
      />
      <Textarea
        label={t('answer')}
        autosize
        minRows={3}
        maxLength={1000}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <Checkbox
        label={t('extend')}
        checked={isExtended}
        disabled={request.isExtended}
        onChange={(event) => setExtended(event.currentTarget.checked)}
      />
    </SaveDialog>
  )
}
