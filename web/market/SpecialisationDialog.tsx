import { Select, Switch, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'

import { market, specialisationKinds, type Specialisation, type SpecialisationDraft } from '@pult/contract/market'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useText } from '../ui/language.tsx'
import { AreaField } from './AreaField.tsx'
import { marketText } from './market-text.ts'

interface SpecialisationDialogProps {
  /** Undefined: a new one. */
  readonly specialisation: Specialisation | undefined
  readonly onClose: () => void
  readonly onMade: (specialisationId: number) => void
}

const start: SpecialisationDraft = {
  name: '',
  kind: 'position',
  titles: [],
  excluded: [],
  areaId: '113',
  isWeekly: true,
}

/** Which vacancies to look at. */
export function SpecialisationDialog({ specialisation, onClose, onMade }: SpecialisationDialogProps) {
  const t = useText(marketText)
  const { centerId } = useCenter()
  const [draft, setDraft] = useState<SpecialisationDraft>(() => draftOf(specialisation))
  const change = (part: Partial<SpecialisationDraft>): void => setDraft({ ...draft, ...part })
  const create = useAct(market.createSpecialisation, {
    problem: 'self',
    touches: [market.readMarket],
    onDone: ({ specialisationId }) => {
      onMade(specialisationId)
      onClose()
    },
  })
  const save = useAct(market.changeSpecialisation, { problem: 'self', touches: [market.readMarket], onDone: onClose })
  const [isTried, setTried] = useState(false)
  const isTold =
    draft.titles.length > 0 && [...draft.titles, ...draft.excluded].every((words) => words.trim().length > 1)
  const send = (): void => {
    setTried(true)
    if (!isTold) return
    if (specialisation === undefined) create.mutate({ params: { centerId }, body: draft })
    else {
      const params = { centerId, specialisationId: specialisation.specialisationId }
      save.mutate({ params, body: { ...draft, version: specialisation.version } })
    }
  }
  return (
    <SaveDialog
      title={specialisation === undefined ? t('make') : specialisation.name}
      saving={specialisation === undefined ? create : save}
      onClose={onClose}
      onSave={send}
      problem={isTried && !isTold ? t('titlesNeeded') : null}
      size="lg"
    >
      <Words draft={draft} onChange={change} />
      <AreaField
        areaId={draft.areaId}
        areaName={specialisation?.areaName ?? null}
        onChange={(areaId) => change({ areaId })}
      />
      <Switch
        label={t('weekly')}
        description={t('weeklyHint')}
        checked={draft.isWeekly}
        onChange={(event) => change({ isWeekly: event.currentTarget.checked })}
      />
    </SaveDialog>
  )
}

interface WordsProps {
  readonly draft: SpecialisationDraft
  readonly onChange: (part: Partial<SpecialisationDraft>) => void
}

/** What it is called, and by which words of their titles vacancies are told. */
function Words({ draft, onChange }: WordsProps) {
  const t = useText(marketText)
  return (
    <>
      <TextInput
        label={t('name')}
        required
        maxLength={100}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Select
        label={t('kind')}
        allowDeselect={false}
        value={draft.kind}
        onChange={(value) => onChange({ kind: specialisationKinds.find((one) => one === value) ?? 'position' })}
        data={specialisationKinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
      />
      <TagsInput
        label={t('titles')}
        description={t('titlesHint')}
        required
        acceptValueOnBlur
        value={draft.titles}
        onChange={(titles) => onChange({ titles })}
      />
      <TagsInput
        label={t('excluded')}
        description={t('excludedHint')}
        acceptValueOnBlur
        value={draft.excluded}
        onChange={(excluded) => onChange({ excluded })}
      />
    </>
  )
}

function draftOf(specialisation: Specialisation | undefined): SpecialisationDraft {
  if (specialisation === undefined) return start
  const { name, kind, titles, excluded, areaId, isWeekly } = specialisation
  return { name, kind, titles, excluded, areaId, isWeekly }
}
