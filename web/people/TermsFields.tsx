import { Checkbox, Group, Select, SimpleGrid } from '@mantine/core'

import { center } from '@pult/contract/center'
import { accountingMonths, jurisdictions, weekPatterns } from '@pult/contract/people-agreements'

import { useCenter } from '../platform/center.tsx'
import { useReply } from '../platform/replies.ts'
import { FigureField } from '../ui/FigureField.tsx'
import { useText } from '../ui/language.tsx'
import { agreementText } from './agreement-text.ts'
import type { Terms } from './agreement-terms.ts'

interface TermsFieldsProps {
  readonly terms: Terms
  readonly onChange: (change: Partial<Terms>) => void
}

const periods = { 1: 'months1', 3: 'months3', 6: 'months6', 12: 'months12' } as const
const switches = [
  ['isNightWorkEqualised', 'nightEqualised'],
  ['isContinuousOperation', 'continuous'],
  ['isSideJob', 'sideJob'],
] as const
const limits = [
  ['minShiftHours', 'minShift', 24],
  ['maxShiftHours', 'maxShift', 24],
  ['minWeekHours', 'minWeek', 168],
  ['maxWeekHours', 'maxWeek', 168],
] as const

/** What is agreed about working time, for an agreement and for a template alike. */
export function TermsFields({ terms, onChange }: TermsFieldsProps) {
  const t = useText(agreementText)
  const { centerId } = useCenter()
  const currency = useReply(center.readCenter, { params: { centerId } }).data?.currency ?? ''
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('jurisdiction')}
          allowDeselect={false}
          data={jurisdictions.map((value) => ({ value, label: t(value) }))}
          value={terms.jurisdiction}
          onChange={(value) => onChange({ jurisdiction: value ?? terms.jurisdiction })}
        />
        <Select
          label={t('weekPattern')}
          allowDeselect={false}
          data={weekPatterns.map((value) => ({ value, label: t(value) }))}
          value={terms.weekPattern}
          onChange={(value) => onChange({ weekPattern: value ?? terms.weekPattern })}
        />
      </SimpleGrid>
      <Group grow align="end">
        <FigureField
          label={t('weekHours')}
          required
          min={1}
          max={60}
          value={terms.weekHours}
          onChange={(weekHours) => onChange({ weekHours: weekHours ?? 0 })}
        />
        <FigureField
          label={t('rate')}
          required
          min={0.01}
          max={1.5}
          step={0.25}
          value={terms.rate}
          onChange={(rate) => onChange({ rate: rate ?? 0 })}
        />
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('accounting')}
          allowDeselect={false}
          data={accountingMonths.map((months) => ({ value: String(months), label: t(periods[months]) }))}
          value={String(terms.accountingMonths)}
          onChange={(value) =>
            onChange({ accountingMonths: accountingMonths.find((months) => String(months) === value) ?? 1 })
          }
        />
        <FigureField
          label={t('costOf', { currency })}
          placeholder={t('notKnown')}
          min={0}
          max={1_000_000}
          value={terms.costPerHour}
          onChange={(costPerHour) => onChange({ costPerHour })}
        />
      </SimpleGrid>
      <SimpleGrid cols={2} spacing="sm">
        {limits.map(([name, label, max]) => (
          <FigureField
            key={name}
            label={t(label)}
            placeholder={t('notAgreed')}
            min={0}
            max={max}
            value={terms[name]}
            onChange={(hours) => onChange({ [name]: hours })}
          />
        ))}
      </SimpleGrid>
      {switches.map(([name, label]) => (
        <Checkbox
          key={name}
          label={t(label)}
          checked={terms[name]}
          onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
        />
      ))}
    </>
  )
}
