import { Alert, Button, Group, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'

import { forecastLayers, type EventSize } from '@pult/contract/forecast-layers'
import type { Note } from '@pult/contract/measures-notes'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { addDays } from '../ui/period.ts'
import { layerText } from './layer-text.ts'
import { signedPercent } from './layer-words.ts'
import { NoteSelect } from './NoteSelect.tsx'

interface PastEventProps {
  readonly queueId: number | null
  readonly fromMinute: number
  readonly toMinute: number
  readonly onTake: (size: EventSize, firstDay: string, reason: string) => void
}

/** The size of something past, found by a comment on its days or by the days themselves. */
export function PastEvent(props: PastEventProps) {
  const t = useText(layerText)
  const [isOpen, setOpen] = useState(false)
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <div>
      <UnstyledButton onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
        <Group gap={4}>
          <Chevron size={16} />
          <Text size="sm" fw={550}>
            {t('past')}
          </Text>
        </Group>
      </UnstyledButton>
      {isOpen && <Measure {...props} />}
    </div>
  )
}

function Measure(props: PastEventProps) {
  const t = useText(layerText)
  const formats = useFormats()
  const today = formats.today(Date.now())
  const [chosen, setChosen] = useState<Note>()
  const [days, setDays] = useState({ firstDay: '', lastDay: '' })
  const choose = (note: Note | undefined): void => {
    setChosen(note)
    if (note !== undefined)
      setDays({ firstDay: note.firstDay, lastDay: note.lastDay < today ? note.lastDay : addDays(today, -1) })
  }
  return (
    <Stack gap="xs" mt="xs">
      <Text size="sm" c="dimmed">
        {t('pastHint')}
      </Text>
      <NoteSelect onChoose={choose} />
      <Group grow>
        <TextInput
          type="date"
          label={t('firstDay')}
          max={addDays(today, -1)}
          value={days.firstDay}
          onChange={({ currentTarget: { value } }) =>
            setDays({ firstDay: value, lastDay: days.lastDay < value ? value : days.lastDay })
          }
        />
        <TextInput
          type="date"
          label={t('lastDay')}
          max={addDays(today, -1)}
          value={days.lastDay}
          onChange={(event) => setDays({ ...days, lastDay: event.currentTarget.value })}
        />
      </Group>
      {days.firstDay !== '' && days.lastDay >= days.firstDay && (
        <Size {...props} {...days} reason={chosen?.text ?? ''} />
      )}
    </Stack>
  )
}

interface SizeProps extends PastEventProps {
  readonly firstDay: string
  readonly lastDay: string
  readonly reason: string
}

function Size({ queueId, fromMinute, toMinute, firstDay, lastDay, reason, onTake }: SizeProps) {
  const t = useText(layerText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const query = { firstDay, lastDay, fromMinute, toMinute, ...(queueId === null ? {} : { queueId }) }
  const reply = useReply(forecastLayers.readEventSize, { params: { centerId }, query })
  return (
    <Reply reply={reply}>
      {({ size }) =>
        size === null ? (
          <Alert color="gray">{t('notMeasured')}</Alert>
        ) : (
          <Alert color="pine">
            <Group justify="space-between">
              <Text size="sm" flex={1} miw={200}>
                {t('measured', {
                  came: formats.number(size.came, 0),
                  usual: formats.number(size.usual, 0),
                  change: signedPercent(formats, size.times - 1),
                  sd: formats.percent(size.timesSd, 0),
                  days: size.comparedDays,
                })}
              </Text>
              <Button size="xs" variant="light" onClick={() => onTake(size, firstDay, reason)}>
                {t('take')}
              </Button>
            </Group>
          </Alert>
        )
      }
    </Reply>
  )
}
