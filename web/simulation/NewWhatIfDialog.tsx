import { TextInput } from '@mantine/core'
import { useState } from 'react'

import { simulation } from '@pult/contract/simulation'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { addDays } from '../ui/period.ts'
import { simulationText } from './simulation-text.ts'

interface NewWhatIfProps {
  readonly onClose: () => void
  readonly onMade: (whatIfId: number) => void
}

/** Which day to try. */
export function NewWhatIfDialog({ onClose, onMade }: NewWhatIfProps) {
  const t = useText(simulationText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [day, setDay] = useState(addDays(formats.today(Date.now()), -1))
  const [name, setName] = useState('')
  const create = useAct(simulation.createWhatIf, {
    problem: 'self',
    touches: [simulation.listWhatIfs],
    onDone: ({ whatIfId }) => {
      onMade(whatIfId)
      onClose()
    },
  })
  const body = { name: name === '' ? formats.longDate(day) : name, day }
  return (
    <SaveDialog
      title={t('make')}
      act={t('makeAct')}
      saving={create}
      onClose={onClose}
      onSave={() => create.mutate({ params: { centerId }, body: body as never })}
    >
      <TextInput
        type="date"
        label={t('day')}
        required
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <TextInput
        label={t('name')}
        maxLength={200}
        placeholder={formats.longDate(day)}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </SaveDialog>
  )
}
