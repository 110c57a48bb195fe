import { Button, CopyButton, Group, Text, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'

import { scheduleReports } from '@pult/contract/schedule-reports'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { myText } from './my-text.ts'

interface MyCalendarProps {
  readonly feed: { readonly madeAt: string } | null
}

/** The secret address of one's own calendar: made, copied, revoked. */
export function MyCalendar({ feed }: MyCalendarProps) {
  const t = useText(myText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [address, setAddress] = useState<string | null>(null)
  const create = useAct(scheduleReports.createFeed, { onDone: (made) => setAddress(made.address) })
  const remove = useAct(scheduleReports.deleteFeed, { onDone: () => setAddress(null) })
  return (
    <Section title={t('calendar')}>
      <Text size="sm" mb="sm">
        {t('calendarHint')}
      </Text>
      {address !== null && <Address address={address} />}
      {feed !== null && address === null && (
        <Text size="sm" c="dimmed" mb="sm">
          {t('madeAt', { at: formats.date(feed.madeAt) })}
        </Text>
      )}
      <Group gap="xs">
        <Button
          variant={feed === null ? 'filled' : 'default'}
          loading={create.isPending}
          onClick={() => create.mutate({ params: { centerId } })}
        >
          {t(feed === null ? 'makeFeed' : 'againFeed')}
        </Button>
        {feed !== null && (
          <ConfirmAct
            title={t('revokeTitle')}
            act={t('revoke')}
            onAct={() => remove.mutateAsync({ params: { centerId } })}
            trigger={(open) => (
              <Button variant="subtle" color="brick" onClick={open}>
                {t('revoke')}
              </Button>
            )}
          >
            {t('revokeHint')}
          </ConfirmAct>
        )}
      </Group>
    </Section>
  )
}

function Address({ address }: { readonly address: string }) {
  const t = useText(myText)
  return (
    <Group gap="xs" align="end" mb="sm" wrap="nowrap">
      <TextInput
        flex={1}
        readOnly
        label={t('address')}
        description={t('addressOnce')}
        value={address}
        ff="monospace"
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={address}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            onClick={copy}
          >
            {t(copied ? 'copied' : 'copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  )
}
