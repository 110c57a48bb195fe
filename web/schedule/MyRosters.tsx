import { Alert, Button, Group, Stack, Text } from '@mantine/core'

import { scheduleAcknowledgement, type MyRoster } from '@pult/contract/schedule-acknowledgement'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { readersText } from './readers-text.ts'

interface MyRostersProps {
  /** Somebody else whom a planner looks at; null: herself. */
  readonly agentId: number | null
}

/** Published rosters that hold her, each with whether she has read it; herself she says so here. */
export function MyRosters({ agentId }: MyRostersProps) {
  const { centerId } = useCenter()
  const query = agentId === null ? {} : { agentId }
  const reply = useReply(
    scheduleAcknowledgement.listMyRosters,
    { params: { centerId }, query },
    { live: ['schedule'], keepFormer: true },
  )
  const rosters = reply.data?.rosters ?? []
  if (rosters.length === 0) return null
  return (
    <Stack gap="xs">
      {rosters.map((one) =>
        one.acknowledgedAt === null && agentId === null ? (
          <ToRead key={one.rosterId} roster={one} />
        ) : (
          <Told key={one.rosterId} roster={one} />
        ),
      )}
    </Stack>
  )
}

function ToRead({ roster }: { readonly roster: MyRoster }) {
  const t = useText(readersText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const { rosterId, name, edition, firstDay, lastDay, publishedAt, publishedByName } = roster
  const acknowledge = useAct(scheduleAcknowledgement.acknowledgeRoster, {
    touches: [scheduleAcknowledgement.listMyRosters],
  })
  const told = {
    days: formats.dateRange(firstDay, lastDay),
    when: formats.dateTime(publishedAt),
    by: publishedByName ?? '',
  }
  return (
    <Alert color="brass" title={t('readTitle', { name })}>
      <Stack gap="sm">
        <Text size="sm">
          {edition > 1 && `${t('readAnew', { edition })} `}
          {t('readHint', told)}
        </Text>
        <Group>
          <Button
            loading={acknowledge.isPending}
            onClick={() => acknowledge.mutate({ params: { centerId, rosterId } })}
          >
            {t('read')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}

function Told({ roster: { name, acknowledgedAt } }: { readonly roster: MyRoster }) {
  const t = useText(readersText)
  const formats = useFormats()
  return (
    <Text size="sm" c="dimmed">
      {acknowledgedAt === null ? t('unread', { name }) : t('readAt', { name, when: formats.dateTime(acknowledgedAt) })}
    </Text>
  )
}
