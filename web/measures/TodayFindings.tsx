import { Group, Stack, Text } from '@mantine/core'
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'

import type { Finding, TodayReply } from '@pult/contract/measures-today'

import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { Lead } from './Lead.tsx'
import { measuresText } from './measures-text.ts'
import { useTodayLeads, type TodayLeads } from './today-leads.ts'

const icons = {
  critical: IconAlertOctagon,
  serious: IconAlertTriangle,
  watch: IconInfoCircle,
  good: IconCircleCheck,
} as const
const colors = {
  critical: 'var(--pult-bad)',
  serious: 'var(--pult-bad)',
  watch: 'var(--pult-near)',
  good: 'var(--pult-good)',
} as const

/** What is out of line, in sentences, the most severe first. */
export function TodayFindings({ today }: { readonly today: TodayReply }) {
  const t = useText(measuresText)
  const { findings } = today
  const sentence = useSentence(today.queues)
  const lead = useTodayLeads(today)
  return (
    <Section title={t('outOfLine')}>
      {findings.length === 0 ? (
        <Group gap={8} c="var(--pult-good)">
          <IconCircleCheck size={18} aria-hidden />
          <Text>{t('inLine')}</Text>
        </Group>
      ) : (
        <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {findings.map((finding) => {
            const Icon = icons[finding.severity]
            return (
              <Group
                key={`${finding.code}-${finding.queueId ?? 0}`}
                component="li"
                gap={8}
                wrap="nowrap"
                align="flex-start"
              >
                <Icon size={18} color={colors[finding.severity]} style={{ flex: 'none', marginTop: 1 }} aria-hidden />
                <Text>
                  <Lead to={leadOf(finding, lead)}>{sentence(finding)}</Lead>
                </Text>
              </Group>
            )
          })}
        </Stack>
      )}
    </Section>
  )
}

/** Where one sees more of it. */
function leadOf({ code, queueId }: Finding, lead: TodayLeads): string | null {
  const queue = queueId ?? undefined
  switch (code) {
    case 'serviceLevelBelowTarget':
      return lead.measures(['serviceLevelNeutral', 'offered', 'answered', 'abandoned'], queue)
    case 'longestWait':
    case 'nobodySignedIn':
      return lead.waiting(queue)
    case 'abandonRateHigh':
      return lead.contacts('abandoned', queue)
    case 'volumeHigh':
    case 'volumeLow':
      return lead.measures(['offered', 'answered', 'abandonRate'], queue)
    case 'manyOnPause':
      return lead.onPause
    case 'noData':
      return null
  }
}

function useSentence(queues: TodayReply['queues']): (finding: Finding) => string {
  const t = useText(measuresText)
  const formats = useFormats()
  return ({ code, queueId, values }) => {
    const queue = queues.find((one) => one.queueId === queueId)?.name ?? ''
    const value = values['value'] ?? 0
    const usual = values['usual'] ?? 0
    switch (code) {
      case 'serviceLevelBelowTarget':
        return t(code, {
          queue,
          value: formats.percent(value),
          target: formats.percent(values['target'] ?? 0, 0),
          within: formats.duration(values['withinSeconds'] ?? 0),
        })
      case 'longestWait':
        return t(code, { queue, seconds: formats.duration(values['seconds'] ?? 0) })
      case 'abandonRateHigh':
        return t(code, { queue, value: formats.percent(value), usual: formats.percent(usual) })
      case 'volumeHigh':
      case 'volumeLow':
        return t(code, { queue, count: value, value: formats.number(value), usual: formats.number(usual, 0) })
      case 'manyOnPause':
        return t(code, { share: formats.percent(values['share'] ?? 0, 0) })
      case 'noData':
        return t('noDataFor', { minutes: formats.number(values['minutes'] ?? 0) })
      case 'nobodySignedIn':
        return t(code, { waiting: formats.number(values['waiting'] ?? 0) })
    }
  }
}
