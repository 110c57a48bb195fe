import { Button, List, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'

import type { LawViolation } from '@pult/contract/schedule-roster'

import { useFormats, useSaid, useText } from '../ui/language.tsx'
import type { LawGroup } from './law-groups.ts'
import { lawText } from './law-text.ts'

interface DecisionGroupProps {
  readonly group: LawGroup
  readonly reasonOf: (violation: LawViolation) => string
  readonly onReason: (violations: readonly LawViolation[], reason: string) => void
}

const SHOWN = 3
const LONGEST = 1000

/** Breaches of one rule: one reason for all of them, or one for each. */
export function DecisionGroup({ group: { violations }, reasonOf, onReason }: DecisionGroupProps) {
  const t = useText(lawText)
  const [isOneByOne, setOneByOne] = useState(false)
  const saying = useSaying()
  const [first] = violations
  if (first === undefined) return null
  const [all, more] = [violations.length, violations.length - SHOWN]
  if (all === 1 || isOneByOne)
    return (
      <Stack gap="xs">
        {violations.map((one) => (
          <Reason
            key={one.key}
            label={saying(one)}
            article={one.article}
            reason={reasonOf(one)}
            onChange={(reason) => onReason([one], reason)}
          />
        ))}
      </Stack>
    )
  return (
    <Stack gap={4}>
      <List size="sm">
        {violations.slice(0, SHOWN).map((one) => (
          <List.Item key={one.key}>{saying(one)}</List.Item>
        ))}
      </List>
      {more > 0 && (
        <Text size="sm" c="dimmed">
          {t('andCases', { count: more })}
        </Text>
      )}
      <Reason
        label={t('reasonForAll', { count: all })}
        article={first.article}
        reason={reasonOf(first)}
        onChange={(reason) => onReason(violations, reason)}
      />
      <Button size="compact-xs" variant="subtle" w="fit-content" onClick={() => setOneByOne(true)}>
        {t('oneByOne')}
      </Button>
    </Stack>
  )
}

function useSaying(): (violation: LawViolation) => string {
  const t = useText(lawText)
  const formats = useFormats()
  const said = useSaid()
  return ({ agentName, day, sentence }) =>
    `${agentName ?? t('wholeRoster')}, ${formats.longDate(day)}: ${said(sentence)}`
}

interface ReasonProps {
  readonly label: string
  readonly article: string
  readonly reason: string
  readonly onChange: (reason: string) => void
}

function Reason({ label, article, reason, onChange }: ReasonProps) {
  const t = useText(lawText)
  return (
    <Textarea
      label={label}
      description={article}
      placeholder={t('reasonPlaceholder')}
      required
      maxLength={LONGEST}
      autosize
      minRows={1}
      value={reason}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
