import { Button, Stack, Text } from '@mantine/core'

import type { Shortage } from '@pult/contract/intraday'

import { useFormats, useText } from '../ui/language.tsx'
import { intradayText } from './intraday-text.ts'

const SHOWN = 6

interface ShortagesProps {
  /** The weightiest first. */
  readonly shortages: readonly Shortage[]
  readonly onQueue: (queueId: number) => void
}

/** What to do now, in sentences; each leads to its queue. */
export function Shortages({ shortages, onQueue }: ShortagesProps) {
  const t = useText(intradayText)
  const formats = useFormats()
  if (shortages.length === 0) return <Text>{t('noShortages')}</Text>
  const sentence = (one: Shortage): string =>
    t(one.targetLevel === null ? 'shortageFree' : 'shortage', {
      queue: one.name,
      from: formats.time(one.from),
      to: formats.time(one.to),
      agents: t('agentsCount', { count: one.agents }),
      level: formats.percent(one.expectedLevel, 0),
      target: formats.percent(one.targetLevel, 0),
      contacts: formats.number(one.contacts, 0),
    })
  return (
    <Stack gap={4} align="flex-start">
      {shortages.slice(0, SHOWN).map((one) => (
        <Button
          key={`${one.queueId} ${one.from}`}
          variant="subtle"
          size="compact-md"
          h="auto"
          styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
          onClick={() => onQueue(one.queueId)}
        >
          {sentence(one)}
        </Button>
      ))}
    </Stack>
  )
}
