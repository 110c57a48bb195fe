import { SegmentedControl, Select, Stack, TextInput } from '@mantine/core'

import { people } from '@pult/contract/people'

import { useCenter } from '../platform/center.tsx'
import { useReply } from '../platform/replies.ts'
import { useText } from '../ui/language.tsx'
import { privacyText } from './privacy-text.ts'

export type PersonOf = 'customer' | 'agent' | 'other' | 'everybody'

/** Who is meant, as it is chosen. */
export interface ChosenPerson {
  readonly of: PersonOf
  readonly text: string
  readonly agentId: number | null
}

interface PersonFieldsProps {
  /** Of whom it may be. */
  readonly kinds: readonly PersonOf[]
  readonly value: ChosenPerson
  readonly onChange: (value: ChosenPerson) => void
}

const keys = { customer: 'ofCustomer', agent: 'ofAgent', other: 'ofOther', everybody: 'ofEverybody' } as const

/** A customer by number, an agent by name, or somebody in words. */
export function PersonFields({ kinds, value, onChange }: PersonFieldsProps) {
  const t = useText(privacyText)
  const { centerId } = useCenter()
  const reply = useReply(people.listAgents, { params: { centerId } }, { when: value.of === 'agent' })
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label={t('whom')}
        data={kinds.map((kind) => ({ value: kind, label: t(keys[kind]) }))}
        value={value.of}
        onChange={(chosen) => onChange({ ...value, of: kinds.find((kind) => kind === chosen) ?? 'customer' })}
      />
      {value.of === 'agent' && (
        <Select
          label={t('agent')}
          searchable
          required
          data={(reply.data?.agents ?? []).map(({ agentId, name }) => ({ value: String(agentId), label: name }))}
          value={value.agentId === null ? null : String(value.agentId)}
          onChange={(id) => onChange({ ...value, agentId: id === null ? null : Number(id) })}
        />
      )}
      {(value.of === 'customer' || value.of === 'other') && (
        <TextInput
          label={value.of === 'customer' ? t('number') : t('about')}
          description={value.of === 'customer' ? t('numberHint') : undefined}
          required
          maxLength={300}
          value={value.text}
          onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
        />
      )}
    </Stack>
  )
}
