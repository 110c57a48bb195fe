import { Table, Text } from '@mantine/core'

import type { RequirementInterval } from '@pult/contract/staffing'

import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { neighbours, type Outcome, type Trial } from './count-again.ts'
import { habitsText } from './habits-text.ts'
import { staffingText } from './staffing-text.ts'
import { wantedParts } from './target-words.ts'

interface WhyProps {
  readonly asked: RequirementInterval | undefined
  readonly counted: RequirementInterval | undefined
  readonly trial: Trial
}

/** Why an interval has its number, and how it would fare with one agent fewer or more. */
export function Why({ asked, counted, trial }: WhyProps) {
  const t = useText(staffingText)
  const formats = useFormats()
  if (asked === undefined || counted === undefined || counted.needed === null) return null
  const { at, needed } = counted
  const others = neighbours(asked, needed, trial)
  return (
    <Section title={t('why', { time: formats.dateTime(at) })}>
      <Text size="sm">
        <Reasons counted={counted} needed={needed} trial={trial} />
      </Text>
      {others.length > 0 && <Neighbours others={others} needed={needed} />}
    </Section>
  )
}

interface ReasonsProps {
  readonly counted: RequirementInterval
  readonly needed: number
  readonly trial: Trial
}

/** Why this number, in sentences. */
function Reasons({ counted, needed, trial }: ReasonsProps) {
  const { rule, intervalSeconds } = trial
  const t = useText(staffingText)
  const habits = useText(habitsText)
  const formats = useFormats()
  const { offered, ahtSeconds, binding, rateShape, risk, backlog } = counted
  const load = {
    offered: formats.number(offered, 1),
    aht: formats.duration(ahtSeconds),
    erlangs: formats.number((offered * ahtSeconds) / intervalSeconds, 2),
  }
  const sentences = [t('whyLoad', load)]
  if (rule.work === 'deferred') {
    const hours = formats.number((rule.deadlineMinutes ?? 480) / 60, 1)
    sentences.push(t('whyDeferred', { hours, needed, backlog: formats.number(backlog ?? 0, 1) }))
    return sentences.join(' ')
  }
  if (rule.work === 'chats') {
    const stretch = formats.number(1 + rule.stretchPerExtra * (rule.contactsAtOnce - 1), 2)
    sentences.push(t('whyChats', { atOnce: rule.contactsAtOnce, stretch }))
    if (rule.seenAtOnce !== null) sentences.push(t('whySeen', { seen: formats.number(rule.seenAtOnce, 1) }))
  }
  if (rateShape !== null) sentences.push(t('whyUnsure', { spread: formats.percent(1 / Math.sqrt(rateShape), 0) }))
  sentences.push(
    binding.length === 0 ? t('whyLeast') : t('whyBinding', { parts: wantedParts(binding, rule, t, formats) }),
  )
  const { hour } = trial.weekHourOf(counted.at)
  const share = formats.percent(rule.availabilityByHour?.[hour] ?? rule.availability, 0)
  const calls = formats.number(rule.log?.calls ?? 0)
  if (rule.availabilityByHour !== null) sentences.push(habits('whyLearnt', { share, calls }))
  else if (rule.log !== null && rule.log.unlearnt !== null && rule.log.unlearnt !== 'otherWork')
    sentences.push(habits('whyGiven', { share, why: habits(`unlearnt_${rule.log.unlearnt}`) }))
  if (rule.isPatienceEstimated)
    sentences.push(
      rule.patienceSeconds === null
        ? habits('noHangUps')
        : habits('whyPatience', {
            patience: formats.duration(rule.patienceByHour?.[hour] ?? rule.patienceSeconds),
            hangUps: formats.number(rule.log?.hangUps ?? 0),
          }),
    )
  if (risk !== null)
    sentences.push(
      t('whyChance', { chance: formats.percent(risk.chance, 0), more: formats.number(risk.oneMore.answeredWithin, 1) }),
    )
  return sentences.join(' ')
}

function Neighbours({ others, needed }: { readonly others: readonly Outcome[]; readonly needed: number }) {
  const t = useText(staffingText)
  const formats = useFormats()
  return (
    <ScrollTable minWidth={420}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {(['agents', 'level', 'asa', 'abandonment', 'occupancy'] as const).map((name) => (
              <Table.Th key={name}>{t(name)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {others.map(({ agents, figures }) => (
            <Table.Tr key={agents} fw={agents === needed ? 650 : undefined}>
              <Table.Td>{agents}</Table.Td>
              {figures === null ? (
                <Table.Td colSpan={4}>{t('endless')}</Table.Td>
              ) : (
                <>
                  <Table.Td>{formats.percent(figures.serviceLevel)}</Table.Td>
                  <Table.Td>{formats.duration(figures.asaSeconds)}</Table.Td>
                  <Table.Td>{formats.percent(figures.abandonRate)}</Table.Td>
                  <Table.Td>{formats.percent(figures.occupancy)}</Table.Td>
                </>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}
