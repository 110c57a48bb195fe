import { NumberInput, Select, SimpleGrid, Text } from '@mantine/core'
import { useState } from 'react'

import { center } from '@pult/contract/center'
import { staffing, staffingRules, type StaffingRule } from '@pult/contract/staffing'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useText } from '../ui/language.tsx'
import { staffingText } from './staffing-text.ts'

const COMMON = 'common'

interface RuleDialogProps {
  /** The queue whose rule is shown first. */
  readonly queueId: number | undefined
  readonly onClose: () => void
}

/** What each queue is to keep when agents are counted; what is said for all holds where a queue has none of its own. */
export function RuleDialog({ queueId, onClose }: RuleDialogProps) {
  const { centerId } = useCenter()
  const rules = useReply(staffing.listRules, { params: { centerId } })
  const queues = useReply(center.listQueues, { params: { centerId } })
  const [chosen, setChosen] = useState<number | null>(queueId ?? null)
  // The form begins from what is true now, not from what was read before it was last saved.
  if (rules.isFetching) return null
  return (
    <Reply reply={rules}>
      {({ rules: known }) => (
        <RuleForm
          key={chosen ?? COMMON}
          rule={ruleOf(known, chosen)}
          queues={(queues.data?.queues ?? []).map((one) => ({ value: String(one.queueId), label: one.name }))}
          onQueue={setChosen}
          onClose={onClose}
        />
      )}
    </Reply>
  )
}

/** Its own, or the common one as a beginning of its own. */
function ruleOf(known: readonly StaffingRule[], queueId: number | null): StaffingRule {
  const found = known.find((one) => one.queueId === queueId) ?? known.find((one) => one.queueId === null)
  if (found === undefined) throw new Error('the server names a rule for all queues')
  return { ...found, queueId }
}

interface RuleFormProps {
  readonly rule: StaffingRule
  readonly queues: { value: string; label: string }[]
  readonly onQueue: (queueId: number | null) => void
  readonly onClose: () => void
}

function RuleForm({ rule: given, queues, onQueue, onClose }: RuleFormProps) {
  const t = useText(staffingText)
  const { centerId } = useCenter()
  const [rule, setRule] = useState(given)
  const set = (change: Partial<StaffingRule>): void => setRule({ ...rule, ...change })
  const save = useAct(staffing.setRule, { problem: 'self', touches: [staffing.listRules], onDone: onClose })
  const hasPart = [rule.targetLevel, rule.maxAbandonment, rule.maxAsaSeconds, rule.maxOccupancy].some(
    (part) => part !== null,
  )
  return (
    <SaveDialog
      title={t('rules')}
      act={t('save')}
      saving={save}
      onClose={onClose}
      onSave={() => hasPart && save.mutate({ params: { centerId }, body: rule })}
    >
      <Select
        label={t('queue')}
        allowDeselect={false}
        value={rule.queueId === null ? COMMON : String(rule.queueId)}
        onChange={(value) => onQueue(value === null || value === COMMON ? null : Number(value))}
        data={[{ value: COMMON, label: t('ruleCommon') }, ...queues]}
      />
      <Text size="sm" c={hasPart ? 'dimmed' : 'brick'}>
        {t(hasPart ? 'ruleHint' : 'ruleEmpty')}
      </Text>
      <SimpleGrid cols={2} style={{ alignItems: 'end' }}>
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
          onChange={(value) => set({ rule: staffingRules.find((one) => one === value) ?? 'strict' })}
          data={staffingRules.map((one) => ({ value: one, label: t(`rule_${one}`) }))}
        />
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
        <Percent
          label={t('availability')}
          most={100}
          value={rule.availability}
          onChange={(availability) => set({ availability: availability ?? 1 })}
        />
      </SimpleGrid>
    </SaveDialog>
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
    <NumberInput
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
