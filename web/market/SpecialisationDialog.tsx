import { Select, Switch, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'

import { market, specialisationKinds, type Specialisation, type SpecialisationDraft } from '@pult/contract/market'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useText } from '../ui/language.tsx'
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
  const send = (): void =>
    specialisation === undefined
      ? create.mutate({ params: { centerId }, body: draft })
      : save.mutate({
          params: { centerId, specialisationId: specialisation.specialisationId },
          body: { ...draft, version: specialisation.version },
        })
  return (
    <SaveDialog
      title={specialisation === undefined ? t('make') : specialisation.name}
      saving={specialisation === undefined ? create : save}
      onClose={onClose}
      onSave={send}
      size="lg"
    >
      <TextInput
        label={t('name')}
        required
        maxLength={100}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Select
        label={t('kind')}
        allowDeselect={false}
        value={draft.kind}
        onChange={(value) => change({ kind: specialisationKinds.find((one) => one === value) ?? 'position' })}
        data={specialisationKinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
      />
      <TagsInput
        label={t('titles')}
        description={t('titlesHint')}
        required
        acceptValueOnBlur
        value={draft.titles}
        onChange={(titles) => change({ titles })}
      />
      <TagsInput
        label={t('excluded')}
        description={t('excludedHint')}
        acceptValueOnBlur
        value={draft.excluded}
        onChange={(excluded) => change({ excluded })}
      />
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

function draftOf(specialisation: Specialisation | undefined): SpecialisationDraft {
  if (specialisation === undefined) return start
  const { name, kind, titles, excluded, areaId, isWeekly } = specialisation
  return { name, kind, titles, excluded, areaId, isWeekly }
}

const ANYWHERE = ''

interface AreaFieldProps {
  readonly areaId: string | null
  readonly areaName: string | null
  readonly onChange: (areaId: string | null) => void
}

/** A country, region or city; the server looks for it as one types. */
function AreaField({ areaId, areaName, onChange }: AreaFieldProps) {
  const t = useText(marketText)
  const { centerId } = useCenter()
  const [search, setSearch] = useState('')
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(
    new Map(areaId !== null && areaName !== null ? [[areaId, areaName]] : []),
  )
  const isChosen = search === known.get(areaId ?? ANYWHERE) || search === t('anywhere')
  const query = { search: isChosen ? '' : search }
  const { data } = useReply(market.findAreas, { params: { centerId }, query }, { keepFormer: true })
  const found = new Map(
    data?.areas.map((area) => [
      area.areaId,
      area.parentName === null ? area.name : `${area.name} · ${area.parentName}`,
    ]),
  )
  const options = new Map([[ANYWHERE, t('anywhere')], ...known, ...found])
  return (
    <Select
      label={t('area')}
      searchable
      allowDeselect={false}
      value={areaId ?? ANYWHERE}
      searchValue={search}
      onSearchChange={setSearch}
      // The server has looked; what it found is shown.
      filter={({ options: given }) => given}
      onChange={(value) => {
        const name = value === null ? undefined : options.get(value)
        if (value !== null && name !== undefined && value !== ANYWHERE) setKnown(new Map([[value, name]]))
        onChange(value === ANYWHERE || value === null ? null : value)
      }}
      data={[...options].map(([value, label]) => ({ value, label }))}
    />
  )
}
