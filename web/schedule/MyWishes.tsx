import { ActionIcon, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { peopleTime, type Wish } from '@pult/contract/people-time'
import { scheduleHours, type WishOutcome } from '@pult/contract/schedule-hours'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { myText } from './my-text.ts'
import { wishText } from './wish-text.ts'
import { importanceName, useWishDays, useWishWords } from './wish-words.ts'
import { WishDialog } from './WishDialog.tsx'

interface MyWishesProps {
  readonly agent: { readonly agentId: number; readonly name: string }
  readonly firstDay: string
  readonly lastDay: string
}

/** One's own wishes: entered, changed, and whether the rosters met them. */
export function MyWishes({ agent, firstDay, lastDay }: MyWishesProps) {
  const t = useText(wishText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editWishes')
  const [opened, setOpened] = useState<Wish | 'new' | null>(null)
  const query = { agentId: agent.agentId, firstDay, lastDay }
  const reply = useReply(peopleTime.listWishes, { params: { centerId }, query: { ...query, lastDay: undefined } })
  const outcomes = useReply(scheduleHours.readStanding, { params: { centerId }, query }).data?.wishes ?? []
  return (
    <Section
      title={t('ownWishes')}
      actions={
        mayEdit && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => setOpened('new')}>
            {t('newWish')}
          </Button>
        )
      }
    >
      <Reply reply={reply}>
        {({ wishes }) => (
          <Stack gap="xs">
            {wishes.length === 0 && (
              <Text size="sm" c="dimmed">
                {t('noWishesHint')}
              </Text>
            )}
            {wishes.map((wish) => (
              <WishLine
                key={wish.wishId}
                wish={wish}
                outcomes={outcomes.filter(({ wishId }) => wishId === wish.wishId)}
                onOpen={mayEdit ? setOpened : null}
              />
            ))}
          </Stack>
        )}
      </Reply>
      {opened !== null && (
        <WishDialog agents={[agent]} wish={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />
      )}
    </Section>
  )
}

interface WishLineProps {
  readonly wish: Wish
  readonly outcomes: readonly WishOutcome[]
  readonly onOpen: ((wish: Wish) => void) | null
}

function WishLine({ wish, outcomes, onOpen }: WishLineProps) {
  const t = useText(wishText)
  const words = useWishWords()
  const days = useWishDays()
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <div>
        <Text size="sm">
          {words(wish)}, {days(wish)}
        </Text>
        <Group gap={8}>
          <Outcome outcomes={outcomes} />
          <Text size="xs" c="dimmed">
            {[t(importanceName(wish.importance)), ...(wish.note === '' ? [] : [wish.note])].join(' · ')}
          </Text>
        </Group>
      </div>
      {onOpen !== null && (
        <ActionIcon aria-label={t('change', { name: words(wish) })} onClick={() => onOpen(wish)}>
          <IconPencil size={16} />
        </ActionIcon>
      )}
    </Group>
  )
}

function Outcome({ outcomes }: { readonly outcomes: readonly WishOutcome[] }) {
  const t = useText(myText)
  const met = outcomes.filter(({ isMet }) => isMet).length
  const all = outcomes.length
  const [words, color] =
    all === 0
      ? ([t('waiting'), 'gray'] as const)
      : met === all
        ? ([t('met'), 'pine'] as const)
        : met === 0
          ? ([t('refused'), 'brick'] as const)
          : ([t('partly', { met, all }), 'brass'] as const)
  return (
    <Badge size="sm" variant="light" radius="sm" tt="none" color={color}>
      {words}
    </Badge>
  )
}
