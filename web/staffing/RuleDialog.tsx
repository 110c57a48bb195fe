import { Button, Checkbox, Group, NumberInput, Select, SimpleGrid, Text } from '@mantine/core'
import { useState } from 'react'

import { center } from '@pult/contract/center'
import { staffing, staffingRules, type StaffingRule } from '@pult/contract/staffing'
import { queueWorks, workOfChannel, type QueueWork } from '@pult/engine/staffing'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useText } from '../ui/language.tsx'
import { levelRuleText } from '../ui/level-rule-text.ts'
import { NumberField } from '../ui/NumberField.tsx'
import { habitsText } from './habits-text.ts'
import { LearntHabits } from './LearntHabits.tsx'
import { staffingText } from './staffing-text.ts'

interface RuleDialogProps {
  /** The queue whose rule is shown first. */
  readonly queueId: number | undefined
  readonly onClose: () => void
}

/** Whose rule: a queue's own, or that of all of a kind of work that have none of their own. */
interface Subject {
  readonly value: string
  readonly label: string
  readonly work: QueueWork
  readonly queueId: number | null
}

/** What each queue is to keep when agents are counted; what is said for all holds where a queue has none of its own. */
export function RuleDialog({ queueId, onClose }: RuleDialogProps) {
  const t = useText(staffingText)
  const { centerId } = useCenter()
  const rules = useReply(staffing.listRules, { params: { centerId } })
  const queues = useReply(center.listQueues, { params: { centerId } })
  const [chosen, setChosen] = useState(String(queueId ?? 'calls'))
  const subjects: Subject[] = [
    ...queueWorks.map((work) => ({ value: work as string, label: t(`ruleCommon_${work}`), work, queueId: null })),
    ...(queues.data?.queues ?? []).map((one) => ({
      value: String(one.queueId),
      label: one.name,
      work: workOfChannel(one.channel),
      queueId: one.queueId,
    })),
  ]
  const subject = subjects.find(({ value }) => value === chosen)
  // The form begins from what is true now, not from what was read before it was last saved.
  if (rules.isFetching || queues.isPending) return null
  return (
    <Reply reply={rules}>
      {({ rules: known }) =>
        subject !== undefined && (
          <RuleForm
            key={chosen}
            rule={ruleOf(known, subject)}
            chosen={chosen}
            subjects={subjects}
            onChoose={setChosen}
            onClose={onClose}
          />
        )
      }
    </Reply>
  )
}

/** Its own, or the common one of its kind of work as a beginning of its own. */
function ruleOf(known: readonly StaffingRule[], { queueId, work }: Subject): StaffingRule {
  const ofWork = known.filter((one) => one.work === work)
  const found = ofWork.find((one) => one.queueId === queueId) ?? ofWork.find((one) => one.queueId === null)
  if (found === undefined) throw new Error('the server names a rule for all queues of each kind of work')
  return { ...found, queueId }
}

interface RuleFormProps {
  readonly rule: StaffingRule
  readonly chosen: string
  readonly subjects: readonly Subject[]
  readonly onChoose: (value: string) => void
  readonly onClose: () => void
}

function RuleForm({ rule: given, chosen, subjects, onChoose, onClose }: RuleFormProps) {
  const t = useText(staffingText)
  const { centerId } = useCenter()
  const [rule, setRule] = useState(given)
  const set = (change: Partial<StaffingRule>): void => setRule({ ...rule, ...change })
  const save = useAct(staffing.setRule, {
    problem: 'self',
    touches: [staffing.listRules, staffing.listRequirements],
    onDone: onClose,
  })
  const isDeferred = rule.work === 'deferred'
  const hasPart = [
    rule.targetLevel,
    rule.maxAbandonment,
    rule.maxAsaSeconds,
    rule.maxOccupancy,
    rule.deadlineMinutes,
  ].some((part) => part !== null)
  return (
    <SaveDialog
      title={t('rules')}
      act={t('save')}
      size="lg"
      saving={save}
      onClose={onClose}
      onSave={() => hasPart && save.mutate({ params: { centerId }, body: rule })}
    >
      <Select
        label={t('queue')}
        allowDeselect={false}
        value={chosen}
        onChange={(value) => value !== null && onChoose(value)}
        data={subjects.map(({ value, label }) => ({ value, label }))}
      />
      <Text size="sm" c={hasPart ? 'dimmed' : 'brick'}>
        {t(hasPart ? (isDeferred ? 'ruleHint_deferred' : 'ruleHint') : 'ruleEmpty')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: 'end' }}>
        {isDeferred ? <DeferredParts rule={rule} set={set} /> : <LiveParts rule={rule} set={set} />}
        <Percent
          label={t('availability')}
          most={100}
          value={rule.availability}
          onChange={(availability) => set({ availability: availability ?? 1 })}
        />
      </SimpleGrid>
      {!isDeferred && <FromLog rule={rule} set={set} />}
    </SaveDialog>
  )
}

interface PartsProps {
  readonly rule: StaffingRule
  readonly set: (change: Partial<StaffingRule>) => void
}

/** Whether availability is asked of the log, and what the log of this queue says. */
function FromLog({ rule, set }: PartsProps) {
  const t = useText(habitsText)
  const [isShown, setShown] = useState(false)
  return (
    <>
      {rule.work === 'calls' && (
        <Checkbox
          label={t('learnt')}
          description={t('learntHint')}
          checked={rule.isAvailabilityLearnt}
          onChange={(event) => set({ isAvailabilityLearnt: event.currentTarget.checked })}
        />
      )}
      {rule.queueId !== null &&
        (isShown ? (
          <LearntHabits queueId={rule.queueId} />
        ) : (
          <Group>
            <Button variant="subtle" size="xs" onClick={() => setShown(true)}>
              {t('show')}
            </Button>
          </Group>
        ))}
    </>
  )
}

/** Work that may wait has a deadline and nobody who hangs up. */
function DeferredParts({ rule, set }: PartsProps) {
  const t = useText(staffingText)
  return (
    <>
      <NumberField
        label={t('deadlineHours')}
        min={0.25}
        max={720}
        decimalScale={2}
        required
        value={(rule.deadlineMinutes ?? 480) / 60}
        onChange={(value) => set({ deadlineMinutes: Math.max(15, Math.round(Number(value) * 60)) })}
      />
      <Percent
        label={t('inTime')}
        most={99.9}
        value={rule.targetLevel}
        onChange={(targetLevel) => set({ targetLevel })}
      />
      <Percent
        label={t('deadlineWork')}
        most={100}
        value={rule.maxOccupancy}
        onChange={(maxOccupancy) => set({ maxOccupancy })}
      />
    </>
  )
}

function LiveParts({ rule, set }: PartsProps) {
  const t = useText(staffingText)
  const habits = useText(habitsText)
  const words = useText(levelRuleText)
  return (
    <>
      <Percent
        label={t('target')}
        most={99.9}
        value={rule.targetLevel}
        onChange={(targetLevel) => set({ targetLevel })}
      />
      <NumberInput
        label={t('within')}
        min={0}
        max={86_400}
        required
        value={rule.withinSeconds}
        onChange={(value) => set({ withinSeconds: Number(value) })}
      />
      <Select
        label={t('ruleKind')}
        allowDeselect={false}
        value={rule.rule}
        onChange={(value) => set({ rule: staffingRules.find((one) => one === value) ?? 'neutral' })}
        data={staffingRules.map((one) => ({ value: one, label: words(`rule_${one}`) }))}
      />
      {(rule.rule === 'shortCredit' || rule.rule === 'shortExcluded') && (
        <NumberInput
          label={habits('short')}
          min={0}
          max={3600}
          value={rule.shortSeconds}
          onChange={(value) => set({ shortSeconds: Number(value) })}
        />
      )}
      <Percent
        label={t('maxAbandonment')}
        most={100}
        value={rule.maxAbandonment}
        onChange={(maxAbandonment) => set({ maxAbandonment })}
      />
      <Seconds label={t('maxAsa')} value={rule.maxAsaSeconds} onChange={(maxAsaSeconds) => set({ maxAsaSeconds })} />
      <Percent
        label={t('maxOccupancy')}
        most={100}
        value={rule.maxOccupancy}
        onChange={(maxOccupancy) => set({ maxOccupancy })}
      />
      <Seconds
        label={t('patience')}
        placeholder={t('patienceOfLog')}
        value={rule.patienceSeconds}
        onChange={(patienceSeconds) => set({ patienceSeconds })}
      />
      {rule.work === 'chats' && (
        <>
          <NumberInput
            label={t('contactsAtOnce')}
            min={1}
            max={50}
            allowDecimal={false}
            value={rule.contactsAtOnce}
            onChange={(value) => set({ contactsAtOnce: Math.max(1, Number(value)) })}
          />
          <NumberInput
            label={t('stretch')}
            min={0}
            max={500}
            value={Math.round(rule.stretchPerExtra * 100)}
            onChange={(value) => set({ stretchPerExtra: Number(value) / 100 })}
          />
        </>
      )}
    </>
  )
}

interface PartProps {
  readonly label: string
  readonly placeholder?: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

function Percent({ label, most, value, onChange }: PartProps & { readonly most: number }) {
  return (
    <NumberField
      label={label}
      min={0.1}
      max={most}
      clampBehavior="strict"
      decimalScale={1}
      value={value === null ? '' : Math.round(value * 1000) / 10}
      onChange={(given) => onChange(typeof given === 'number' && given > 0 ? given / 100 : null)}
    />
  )
}

function Seconds({ label, placeholder, value, onChange }: PartProps) {
  return (
    <NumberInput
      label={label}
      {...(placeholder === undefined ? {} : { placeholder })}
      min={1}
      max={86_400}
      value={value ?? ''}
      onChange={(given) => onChange(typeof given === 'number' && given > 0 ? given : null)}
    />
  )
}
