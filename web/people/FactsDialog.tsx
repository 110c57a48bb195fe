import { ActionIcon, Button, Group, Paper, Select, Stack, Text } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'

import type { Agent } from '@pult/contract/people'
import {
  consentKinds,
  peopleAgreements,
  protectedGroups,
  type PersonalFacts,
  type PersonalFactsChange,
} from '@pult/contract/people-agreements'
import { consentNames, groupNames } from '@pult/engine/labor'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { DayField } from '../ui/DayField.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useFormats, useSaid, useText } from '../ui/language.tsx'
import { agreementText } from './agreement-text.ts'

interface FactsDialogProps {
  readonly agent: Agent
  readonly onClose: () => void
}

/** Birth date, protected groups and written consents of one person. Asked for only when opened: every reading is logged. */
export function FactsDialog({ agent, onClose }: FactsDialogProps) {
  const t = useText(agreementText)
  const { centerId } = useCenter()
  const reply = useReply(peopleAgreements.listPersonalFacts, { params: { centerId } })
  const facts = reply.data?.people.find((one) => one.agentId === agent.agentId)
  if (reply.data !== undefined)
    return <FactsForm key={facts?.version ?? 0} agent={agent} facts={facts} onClose={onClose} />
  return (
    <FormDialog title={t('factsTitle', { name: agent.name })} onClose={onClose} onSave={onClose}>
      <Reply reply={reply}>{() => null}</Reply>
    </FormDialog>
  )
}

function FactsForm({ agent, facts, onClose }: FactsDialogProps & { readonly facts: PersonalFacts | undefined }) {
  const t = useText(agreementText)
  const said = useSaid()
  const formats = useFormats()
  const { centerId } = useCenter()
  const [draft, setDraft] = useState<PersonalFactsChange>({
    bornOn: facts?.bornOn ?? null,
    groups: facts?.groups ?? [],
    consents: facts?.consents ?? [],
    version: facts?.version ?? 0,
  })
  const save = useAct(peopleAgreements.setPersonalFacts, { problem: 'self', onDone: onClose })
  const today = formats.today(Date.now())
  return (
    <SaveDialog
      title={t('factsTitle', { name: agent.name })}
      size="lg"
      saving={save}
      onClose={onClose}
      onSave={() => save.mutate({ params: { centerId, agentId: agent.agentId }, body: draft })}
    >
      <Text size="sm" c="dimmed">
        {t('factsHint')}
      </Text>
      <DayField label={t('bornOn')} value={draft.bornOn} onChange={(bornOn) => setDraft({ ...draft, bornOn })} />
      <DatedList
        title={t('groups')}
        label={t('group')}
        add={t('addGroup')}
        options={protectedGroups.map((value) => ({ value, label: said(groupNames[value]) }))}
        rows={draft.groups.map(({ group, from, to }) => ({ value: group, from, to }))}
        today={today}
        onChange={(rows) =>
          setDraft({ ...draft, groups: rows.map(({ value, from, to }) => ({ group: value, from, to })) })
        }
      />
      <DatedList
        title={t('consents')}
        label={t('consent')}
        add={t('addConsent')}
        options={consentKinds.map((value) => ({ value, label: said(consentNames[value]) }))}
        rows={draft.consents.map(({ kind, from, to }) => ({ value: kind, from, to }))}
        today={today}
        onChange={(rows) =>
          setDraft({ ...draft, consents: rows.map(({ value, from, to }) => ({ kind: value, from, to })) })
        }
      />
    </SaveDialog>
  )
}

interface DatedRow<Value extends string> {
  readonly value: Value
  readonly from: string
  readonly to: string | null
}

interface DatedListProps<Value extends string> {
  readonly title: string
  readonly label: string
  readonly add: string
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly rows: readonly DatedRow<Value>[]
  readonly today: string
  readonly onChange: (rows: readonly DatedRow<Value>[]) => void
}

/** Facts that hold from a day on and until another. */
function DatedList<Value extends string>(props: DatedListProps<Value>) {
  const { title, label, add, options, rows, today, onChange } = props
  const t = useText(agreementText)
  const put = (place: number, change: Partial<DatedRow<Value>>): void =>
    onChange(rows.map((row, at) => (at === place ? { ...row, ...change } : row)))
  const [first] = options
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        {title}
      </Text>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noGroups')}
        </Text>
      )}
      {rows.map((row, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a fact is its place while it is edited
        <Paper key={place} withBorder p="xs">
          <Group gap="xs" align="end" wrap="nowrap">
            <Select
              label={label}
              allowDeselect={false}
              flex={1}
              data={[...options]}
              value={row.value}
              onChange={(value) => put(place, { value: value ?? row.value })}
            />
            <ActionIcon
              mb={4}
              aria-label={t('take', { name: options.find(({ value }) => value === row.value)?.label ?? row.value })}
              onClick={() => onChange(rows.filter((_, at) => at !== place))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
          <Group grow mt={6}>
            <DayField
              label={t('from')}
              required
              value={row.from}
              onChange={(from) => put(place, { from: from ?? '' })}
            />
            <DayField label={t('to')} value={row.to} onChange={(to) => put(place, { to })} />
          </Group>
        </Paper>
      ))}
      {first !== undefined && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange([...rows, { value: first.value, from: today, to: null }])}
        >
          {add}
        </Button>
      )}
    </Stack>
  )
}
