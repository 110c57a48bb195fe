import { Group, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'

import { forecast } from '@pult/contract/forecast'
import { simulation, usualWhatIf, type WhatIfDraft } from '@pult/contract/simulation'
import { staffing } from '@pult/contract/staffing'
import { serviceLevelRules } from '@pult/engine/queueing'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { levelRuleText } from '../ui/level-rule-text.ts'
import { addDays } from '../ui/period.ts'
import { NumberField } from '../ui/NumberField.tsx'
import { simulationText } from './simulation-text.ts'

interface NewWhatIfProps {
  readonly onClose: () => void
  readonly onMade: (whatIfId: number) => void
}

const SEEN = 'seen'

/** Which day to try, with whose load and whose agents. */
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
  const [load, setLoad] = useState(SEEN)
  const [agents, setAgents] = useState(SEEN)
  const rules = useText(levelRuleText)
  const [rule, setRule] = useState<(typeof serviceLevelRules)[number]>('neutral')
  const [lines, setLines] = useState<number | null>(null)
  const [spread, setSpread] = useState<number | null>(null)
  const isOver = day < formats.today(Date.now())
  const forecasts = useReply(forecast.listForecasts, { params: { centerId } })
  const requirements = useReply(staffing.listRequirements, { params: { centerId } })
  const covers = (one: { status: string; firstDay: string; lastDay: string }): boolean =>
    (one.status === 'published' || one.status === 'draft') && one.firstDay <= day && one.lastDay >= day
  const foreseen = (forecasts.data?.forecasts ?? []).filter(covers)
  const required = (requirements.data?.requirements ?? []).filter(covers)
  // A day to come has only its forecast; the newest is offered first.
  const usual = isOver ? SEEN : String(foreseen[0]?.forecastId ?? SEEN)
  const chosenLoad = load === SEEN || !foreseen.some(({ forecastId }) => String(forecastId) === load) ? usual : load
  const chosenAgents = required.some(({ requirementId }) => String(requirementId) === agents) ? agents : SEEN
  const body: WhatIfDraft = {
    ...usualWhatIf,
    name: name === '' ? formats.longDate(day) : name,
    day,
    forecastId: chosenLoad === SEEN ? null : Number(chosenLoad),
    requirementId: chosenAgents === SEEN ? null : Number(chosenAgents),
    rule,
    lines,
    daySpread: spread === null ? null : spread / 100,
  }
  return (
    <SaveDialog
      title={t('make')}
      act={t('makeAct')}
      saving={create}
      onClose={onClose}
      onSave={() => create.mutate({ params: { centerId }, body })}
    >
      <TextInput
        type="date"
        label={t('day')}
        required
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Select
        label={t('loadOf')}
        allowDeselect={false}
        value={chosenLoad}
        onChange={(value) => setLoad(value ?? SEEN)}
        data={[
          ...(isOver ? [{ value: SEEN, label: t('loadSeen') }] : []),
          ...foreseen.map((one) => ({ value: String(one.forecastId), label: t('loadForecast', { name: one.name }) })),
        ]}
      />
      <Select
        label={t('agentsOf')}
        allowDeselect={false}
        value={chosenAgents}
        onChange={(value) => setAgents(value ?? SEEN)}
        data={[
          { value: SEEN, label: t(isOver ? 'agentsSeen' : 'agentsLike') },
          ...required.map((one) => ({
            value: String(one.requirementId),
            label: t('agentsRequired', { name: one.name }),
          })),
        ]}
      />
      <Select
        label={t('ruleOf')}
        allowDeselect={false}
        value={rule}
        onChange={(value) => setRule(serviceLevelRules.find((one) => one === value) ?? 'neutral')}
        data={serviceLevelRules.map((one) => ({ value: one, label: rules(`rule_${one}`) }))}
      />
      <Group grow align="start">
        <NumberField
          label={t('daySpread')}
          description={t('daySpreadHint')}
          min={0}
          max={100}
          placeholder={t(chosenLoad === SEEN ? 'spreadSeen' : 'spreadForecast')}
          value={spread ?? ''}
          onChange={(value) => setSpread(typeof value === 'number' ? Math.min(100, Math.max(0, value)) : null)}
        />
        <NumberInput
          label={t('lines')}
          description={t('linesHint')}
          placeholder={t('linesEnough')}
          min={1}
          max={100_000}
          allowDecimal={false}
          value={lines ?? ''}
          onChange={(value) => setLines(typeof value === 'number' && value >= 1 ? value : null)}
        />
      </Group>
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
