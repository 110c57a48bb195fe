import { ActionIcon, Group, MultiSelect, NumberInput, Select, Text, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'

import { agentChoices, routings, type WhatIfChange } from '@pult/contract/simulation'

import { useText } from '../ui/language.tsx'
import { clockOf, spanBetween, type Span } from './change-kinds.ts'
import { simulationText } from './simulation-text.ts'

export interface Option {
  readonly value: string
  readonly label: string
}

interface ChangeRowProps {
  readonly change: WhatIfChange
  readonly queues: readonly Option[]
  readonly groups: readonly Option[]
  readonly onChange: (change: WhatIfChange) => void
  readonly onRemove: () => void
}

/** One thing that a scenario does differently. */
export function ChangeRow({ change, queues, groups, onChange, onRemove }: ChangeRowProps) {
  const t = useText(simulationText)
  return (
    <Group align="flex-end" gap="xs">
      <Text size="sm" w={150} pb={8}>
        {t(`kind_${change.kind}`)}
      </Text>
      <Fields change={change} queues={queues} groups={groups} onChange={onChange} />
      <ActionIcon variant="subtle" color="gray" aria-label={t('removeChange')} mb={4} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  )
}

type FieldsProps = Omit<ChangeRowProps, 'onRemove'>

function Fields({ change, queues, groups, onChange }: FieldsProps) {
  const t = useText(simulationText)
  const queue = (id: number, set: (queueId: number) => void) => (
    <Choice label={t('queue')} value={String(id)} options={queues} onChange={(value) => set(Number(value))} />
  )
  const anyQueue = (id: number | null, set: (queueId: number | null) => void) => (
    <Choice
      label={t('queue')}
      value={id === null ? ALL : String(id)}
      options={[{ value: ALL, label: t('allQueues') }, ...queues]}
      onChange={(value) => set(value === ALL ? null : Number(value))}
    />
  )
  const group = (id: string, set: (groupId: string) => void) => (
    <Choice label={t('group')} value={id} options={groups} onChange={set} />
  )
  switch (change.kind) {
    case 'load':
      return (
        <>
          {anyQueue(change.queueId, (queueId) => onChange({ ...change, queueId }))}
          <Amount
            label={t('load')}
            least={0}
            most={1000}
            value={change.factor * 100}
            onChange={(value) => onChange({ ...change, factor: value / 100 })}
          />
          <SpanFields span={change.span} onChange={(span) => onChange({ ...change, span })} />
        </>
      )
    case 'handling':
    case 'patience':
      return (
        <>
          {anyQueue(change.queueId, (queueId) => onChange({ ...change, queueId }))}
          <Amount
            label={t(change.kind)}
            least={5}
            most={1000}
            value={change.factor * 100}
            onChange={(value) => onChange({ ...change, factor: value / 100 })}
          />
        </>
      )
    case 'agents':
      return (
        <>
          {group(change.groupId, (groupId) => onChange({ ...change, groupId }))}
          <Amount
            label={t('agents')}
            least={-1000}
            most={1000}
            value={change.more}
            onChange={(value) => onChange({ ...change, more: Math.round(value) })}
          />
          <SpanFields span={change.span} onChange={(span) => onChange({ ...change, span })} />
        </>
      )
    case 'absence':
      return (
        <>
          <Choice
            label={t('group')}
            value={change.groupId ?? ALL}
            options={[{ value: ALL, label: t('allGroups') }, ...groups]}
            onChange={(value) => onChange({ ...change, groupId: value === ALL ? null : value })}
          />
          <Amount
            label={t('away')}
            least={0}
            most={100}
            value={change.share * 100}
            onChange={(value) => onChange({ ...change, share: value / 100 })}
          />
          <SpanFields span={change.span} onChange={(span) => onChange({ ...change, span })} />
        </>
      )
    case 'crossTrain':
      return (
        <>
          {group(change.groupId, (groupId) => onChange({ ...change, groupId }))}
          <Amount
            label={t('trained')}
            least={1}
            most={1000}
            value={change.agents}
            onChange={(value) => onChange({ ...change, agents: Math.max(1, Math.round(value)) })}
          />
          {queue(change.queueId, (queueId) => onChange({ ...change, queueId }))}
        </>
      )
    case 'priority':
      return (
        <MultiSelect
          label={t('firstQueues')}
          w={420}
          value={change.queueIds.map(String)}
          onChange={(ids) => ids.length > 0 && onChange({ ...change, queueIds: ids.map(Number) })}
          data={[...queues]}
        />
      )
    case 'overflow':
      return (
        <>
          {queue(change.queueId, (queueId) => onChange({ ...change, queueId }))}
          {group(change.groupId, (groupId) => onChange({ ...change, groupId }))}
          <Amount
            label={t('after')}
            least={0}
            most={86_400}
            value={change.afterSeconds}
            onChange={(afterSeconds) => onChange({ ...change, afterSeconds })}
          />
        </>
      )
    case 'routing':
      return (
        <>
          <Choice
            label={t('routing')}
            value={change.routing}
            options={routings.map((value) => ({ value, label: t(`routing_${value}`) }))}
            onChange={(value) =>
              onChange({ ...change, routing: routings.find((one) => one === value) ?? change.routing })
            }
          />
          <Choice
            label={t('agentChoice')}
            value={change.agentChoice}
            options={agentChoices.map((value) => ({ value, label: t(`choice_${value}`) }))}
            onChange={(value) =>
              onChange({ ...change, agentChoice: agentChoices.find((one) => one === value) ?? change.agentChoice })
            }
          />
        </>
      )
    case 'shift': {
      const [pause = null] = change.pauses
      return (
        <>
          {group(change.groupId, (groupId) => onChange({ ...change, groupId }))}
          <Amount
            label={t('people')}
            width={96}
            least={1}
            most={1000}
            value={change.agents}
            onChange={(value) => onChange({ ...change, agents: Math.max(1, Math.round(value)) })}
          />
          <SpanFields span={change} onChange={(span) => span !== null && onChange({ ...change, ...span })} />
          <SpanFields
            span={pause}
            labels={['pauseFrom', 'pauseTo']}
            onChange={(span) => onChange({ ...change, pauses: span === null ? [] : [span] })}
          />
        </>
      )
    }
    case 'lines':
      return (
        <NumberInput
          label={t('lines')}
          placeholder={t('linesEnough')}
          w={220}
          min={1}
          max={100_000}
          allowDecimal={false}
          value={change.lines ?? ''}
          onChange={(value) => onChange({ ...change, lines: typeof value === 'number' && value >= 1 ? value : null })}
        />
      )
    case 'busyness':
      return (
        <Amount
          label={t('daySpread')}
          least={0}
          most={100}
          value={change.spread * 100}
          onChange={(value) => onChange({ ...change, spread: value / 100 })}
        />
      )
    case 'leaveAtOnce':
      return (
        <>
          {anyQueue(change.queueId, (queueId) => onChange({ ...change, queueId }))}
          <Amount
            label={t('leaveShare')}
            least={0}
            most={100}
            value={change.share * 100}
            onChange={(value) => onChange({ ...change, share: value / 100 })}
          />
        </>
      )
  }
}

const ALL = 'all'

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onChange: (value: string) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Select
      label={label}
      w={220}
      allowDeselect={false}
      value={value}
      onChange={(next) => next !== null && onChange(next)}
      data={[...options]}
    />
  )
}

interface AmountProps {
  readonly label: string
  readonly least: number
  readonly most: number
  readonly value: number
  readonly width?: number
  readonly onChange: (value: number) => void
}

function Amount({ label, least, most, value, width = 150, onChange }: AmountProps) {
  return (
    <NumberInput
      label={label}
      w={width}
      min={least}
      max={most}
      value={Math.round(value * 10) / 10}
      onChange={(next) => typeof next === 'number' && onChange(Math.min(most, Math.max(least, next)))}
    />
  )
}

interface SpanFieldsProps {
  readonly span: Span
  readonly onChange: (span: Span) => void
  readonly labels?: readonly ['from', 'to'] | readonly ['pauseFrom', 'pauseTo']
}

/** From when to when; empty is the whole day. */
function SpanFields({ span, onChange, labels: [first, last] = ['from', 'to'] }: SpanFieldsProps) {
  const t = useText(simulationText)
  const [from, setFrom] = useState(span === null ? '' : clockOf(span.fromMinute))
  const [to, setTo] = useState(span === null ? '' : clockOf(span.toMinute))
  return (
    <>
      <TextInput
        type="time"
        label={t(first)}
        w={128}
        value={from}
        onChange={(event) => {
          setFrom(event.currentTarget.value)
          onChange(spanBetween(event.currentTarget.value, to))
        }}
      />
      <TextInput
        type="time"
        label={t(last)}
        w={128}
        value={to}
        onChange={(event) => {
          setTo(event.currentTarget.value)
          onChange(spanBetween(from, event.currentTarget.value))
        }}
      />
    </>
  )
}
