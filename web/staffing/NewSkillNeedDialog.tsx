import { Checkbox, Group, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'

import { forecast } from '@pult/contract/forecast'
import { agentChoices, routings } from '@pult/contract/simulation'
import { staffingRules } from '@pult/contract/staffing'
import { staffingSkills, type SkillNeedDraft } from '@pult/contract/staffing-skills'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { FigureField } from '../ui/FigureField.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { levelRuleText } from '../ui/level-rule-text.ts'
import { addDays } from '../ui/period.ts'
import { skillsText } from './skills-text.ts'

interface NewSkillNeedProps {
  readonly onClose: () => void
  readonly onMade: (skillNeedId: number) => void
}

const CAME = 'came'
const USUAL_LEVEL = 0.8

/** Which day, from which load, and what every queue is to keep. */
export function NewSkillNeedDialog({ onClose, onMade }: NewSkillNeedProps) {
  const t = useText(skillsText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [draft, setDraft] = useState<Omit<SkillNeedDraft, 'name'>>({
    day: addDays(formats.today(Date.now()), -1),
    forecastId: null,
    targetLevel: null,
    withinSeconds: 20,
    rule: 'neutral',
    shortSeconds: 5,
    isBounded: false,
    routing: 'longestWaiting',
    agentChoice: 'groupOrder',
    dearerPerSkill: 0.05,
  })
  const [name, setName] = useState('')
  const set = (change: Partial<SkillNeedDraft>): void => setDraft({ ...draft, ...change })
  const level = draft.targetLevel
  const made = useReply(forecast.listForecasts, { params: { centerId } })
  const covering = (made.data?.forecasts ?? []).filter(
    ({ status, firstDay, lastDay }) =>
      (status === 'published' || status === 'draft') && firstDay <= draft.day && lastDay >= draft.day,
  )
  const setDay = (day: string): void => set({ day, forecastId: null })
  const create = useAct(staffingSkills.createSkillNeed, {
    problem: 'self',
    touches: [staffingSkills.listSkillNeeds],
    onDone: ({ skillNeedId }) => {
      onMade(skillNeedId)
      onClose()
    },
  })
  // A day to come has only its forecast; the newest is offered first.
  const isOver = draft.day < formats.today(Date.now())
  const forecastId = draft.forecastId ?? (isOver ? null : (covering[0]?.forecastId ?? null))
  return (
    <SaveDialog
      title={t('countTitle')}
      act={t('count')}
      saving={create}
      onClose={onClose}
      onSave={() =>
        create.mutate({
          params: { centerId },
          body: { ...draft, forecastId, name: name === '' ? formats.longDate(draft.day) : name },
        })
      }
    >
      <Group grow align="end">
        <TextInput
          type="date"
          label={t('day')}
          required
          value={draft.day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Select
          label={t('load')}
          allowDeselect={false}
          value={forecastId === null ? CAME : String(forecastId)}
          onChange={(value) => set({ forecastId: value === null || value === CAME ? null : Number(value) })}
          data={[
            ...(isOver ? [{ value: CAME, label: t('came') }] : []),
            ...covering.map((one) => ({ value: String(one.forecastId), label: one.name })),
          ]}
        />
      </Group>
      <TextInput
        label={t('name')}
        maxLength={200}
        placeholder={formats.longDate(draft.day)}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('keeps')}
        allowDeselect={false}
        value={level === null ? 'rules' : 'common'}
        onChange={(value) => set({ targetLevel: value === 'common' ? USUAL_LEVEL : null })}
        data={(['rules', 'common'] as const).map((value) => ({ value, label: t(`keeps_${value}`) }))}
      />
      {level !== null && <CommonLevel draft={{ ...draft, targetLevel: level }} onChange={set} />}
      <Select
        label={t('routing')}
        allowDeselect={false}
        value={draft.routing}
        onChange={(value) => set({ routing: routings.find((one) => one === value) ?? draft.routing })}
        data={routings.map((value) => ({ value, label: t(`routing_${value}`) }))}
      />
      <Select
        label={t('agentChoice')}
        allowDeselect={false}
        value={draft.agentChoice}
        onChange={(value) => set({ agentChoice: agentChoices.find((one) => one === value) ?? draft.agentChoice })}
        data={agentChoices.map((value) => ({ value, label: t(`choice_${value}`) }))}
      />
      <FigureField
        label={t('dearer')}
        min={0}
        max={200}
        digits={1}
        value={Math.round(draft.dearerPerSkill * 1000) / 10}
        onChange={(value) => set({ dearerPerSkill: Math.min(2, Math.max(0, (value ?? 0) / 100)) })}
      />
      <Checkbox
        label={t('bounded')}
        checked={draft.isBounded}
        onChange={(event) => set({ isBounded: event.currentTarget.checked })}
      />
    </SaveDialog>
  )
}

interface CommonLevelProps {
  readonly draft: Pick<SkillNeedDraft, 'withinSeconds' | 'rule'> & { readonly targetLevel: number }
  readonly onChange: (change: Partial<SkillNeedDraft>) => void
}

/** The one service level that all queues keep in place of their rules. */
function CommonLevel({ draft, onChange: set }: CommonLevelProps) {
  const t = useText(skillsText)
  const rules = useText(levelRuleText)
  return (
    <>
      <Group grow align="end">
        <NumberInput
          label={t('target')}
          min={1}
          max={99}
          clampBehavior="strict"
          value={Math.round(draft.targetLevel * 100)}
          onChange={(value) => set({ targetLevel: Math.min(0.99, Math.max(0.01, Number(value) / 100)) })}
        />
        <NumberInput
          label={t('within')}
          min={0}
          max={3600}
          value={draft.withinSeconds}
          onChange={(value) => set({ withinSeconds: Number(value) })}
        />
      </Group>
      <Select
        label={t('ruleKind')}
        allowDeselect={false}
        value={draft.rule}
        onChange={(value) => set({ rule: staffingRules.find((one) => one === value) ?? 'neutral' })}
        data={staffingRules.map((one) => ({ value: one, label: rules(`rule_${one}`) }))}
      />
    </>
  )
}
