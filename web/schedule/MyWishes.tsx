import { ActionIcon, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { peopleTime, type Wish } from '@pult/contract/people-time'
import { scheduleHours, type WishOutcome, type WishRefusal } from '@pult/contract/schedule-hours'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { myText } from './my-text.ts'
import { reasonText } from './reason-text.ts'
import { limitWords } from './reason-words.ts'
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
  const isAnyRefused = outcomes.some(({ isMet }) => !isMet)
  const refusals = useReply(
    scheduleHours.explainWishes,
    { params: { centerId }, query },
    { when: isAnyRefused, live: ['schedule'] },
  ).data?.refusals
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
                refusals={refusals}
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
  /** Undefined while they are not known. */
  readonly refusals: readonly WishRefusal[] | undefined
  readonly onOpen: ((wish: Wish) => void) | null
}

function WishLine({ wish, outcomes, refusals, onOpen }: WishLineProps) {
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
        {refusals !== undefined && <WhyRefused outcomes={outcomes} refusals={refusals} />}
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

interface WhyRefusedProps {
  readonly outcomes: readonly WishOutcome[]
  readonly refusals: readonly WishRefusal[]
}

/** Why a wish was refused: a sentence for the days that have the same reason. */
function WhyRefused({ outcomes, refusals }: WhyRefusedProps) {
  const t = useText(myText)
  const limits = useText(reasonText)
  const formats = useFormats()
  const whyOf = ({ wishId, day }: WishOutcome): string => {
    const found = refusals.find((one) => one.wishId === wishId && one.day === day)
    if (found === undefined) return t('tooLate')
    if (found.forbiddenBy.length > 0) return found.forbiddenBy.map((limit) => limitWords(limit, limits)).join('; ')
    return t(found.hasWay ? 'tooDear' : 'noWay')
  }
  const reasons = Map.groupBy(
    outcomes.filter(({ isMet }) => !isMet),
    whyOf,
  )
  return [...reasons].map(([why, days]) => (
    <Text key={why} size="xs" c="dimmed">
      {t('whyNot', { days: days.map(({ day }) => formats.dayMonth(day)).join(', '), why })}
    </Text>
  ))
}
