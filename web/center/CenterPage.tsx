import { Button, Group, NumberInput, Stack, Text } from '@mantine/core'
import { useState, type FormEvent } from 'react'

import { center, type Center } from '@pult/contract/center'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply, useWordsOf } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useText } from '../ui/language.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { StaleAlert } from '../ui/StaleAlert.tsx'
import { centerText } from './center-text.ts'
import { CenterFields } from './CenterFields.tsx'

/** Settings of the centre itself: name, zone, calendar, and how contacts are counted. */
export function CenterPage() {
  const t = useText(centerText)
  const { centerId } = useCenter()
  const reply = useReply(center.readCenter, { params: { centerId } })
  return (
    <Page title={t('center')} width="text">
      <Reply reply={reply}>
        {(found) => <CenterForm key={found.version} found={found} onLoadNewest={() => void reply.refetch()} />}
      </Reply>
    </Page>
  )
}

interface CenterFormProps {
  readonly found: Center
  readonly onLoadNewest: () => void
}

function CenterForm({ found, onLoadNewest }: CenterFormProps) {
  const t = useText(centerText)
  const words = useWordsOf()
  const mayEdit = useMay('editCenter')
  const [draft, setDraft] = useState({
    name: found.name,
    timeZone: found.timeZone,
    calendar: found.calendar === 'none' ? ('none' as const) : ('ru' as const),
  })
  const [policy, setPolicy] = useState(found.policy)
  const save = useAct(center.changeCenter, { problem: 'self', done: t('saved') })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({ params: { centerId: found.centerId }, body: { ...draft, policy, version: found.version } })
  }
  const number = (key: keyof typeof policy, max: number, label: string, hint: string) => (
    <NumberInput
      label={label}
      description={hint}
      min={key === 'shortAbandonSeconds' ? 0 : 1}
      max={max}
      allowDecimal={false}
      required
      disabled={!mayEdit}
      value={policy[key]}
      onChange={(value) => typeof value === 'number' && setPolicy({ ...policy, [key]: value })}
    />
  )
  return (
    <form onSubmit={submit}>
      <Stack>
        <Section>
          <Stack gap="sm">
            <CenterFields
              draft={draft}
              disabled={!mayEdit}
              onChange={(change) => setDraft((former) => ({ ...former, ...change }))}
            />
          </Stack>
        </Section>
        <Section title={t('policy')}>
          <Stack gap="sm">
            {number('shortAbandonSeconds', 300, t('shortAbandon'), t('shortAbandonHint'))}
            {number('recallHours', 2160, t('recall'), t('recallHint'))}
            {number('retryHours', 720, t('retry'), t('retryHint'))}
          </Stack>
        </Section>
        {save.error?.code === 'stale' && <StaleAlert onLoadNewest={onLoadNewest} />}
        {save.error !== null && save.error.code !== 'stale' && (
          <Text role="alert" c="var(--mantine-color-error)">
            {words(save.error)}
          </Text>
        )}
        {mayEdit && <SaveRow isPending={save.isPending} />}
      </Stack>
    </form>
  )
}

function SaveRow({ isPending }: { readonly isPending: boolean }) {
  const t = useText(centerText)
  return (
    <Group justify="flex-end">
      <Button type="submit" loading={isPending}>
        {t('save')}
      </Button>
    </Group>
  )
}
