import { Alert, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'

import { marketDigest, type DigestPlan, type DigestPlans as Told } from '@pult/contract/market-digest'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useAddresseeWords } from '../ui/AddresseeFields.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { useRhythmWords } from '../ui/RhythmFields.tsx'
import { tell } from '../ui/tell.ts'
import { DigestPlanDialog } from './DigestPlanDialog.tsx'
import { digestText } from './digest-text.ts'

const LIVE = ['messages']

/** To whom the digest of a specialisation goes, when, and what became of the last one. */
export function DigestPlans({ specialisationId }: { readonly specialisationId: number }) {
  const t = useText(digestText)
  const { centerId } = useCenter()
  const [opened, setOpened] = useState<DigestPlan | 'new' | null>(null)
  const reply = useReply(marketDigest.listDigests, { params: { centerId } }, { live: LIVE })
  return (
    <div className="no-print">
      <Section title={t('plans')} actions={<Button onClick={() => setOpened('new')}>{t('planMake')}</Button>}>
        <Text size="sm" c="dimmed" mb="sm" maw={880}>
          {t('plansHint')}
        </Text>
        <Reply reply={reply}>
          {({ plans, people, ways }) => (
            <>
              {!ways.mail && !ways.telegram && (
                <Alert color="brass" mb="sm">
                  {t('noWays')}
                </Alert>
              )}
              <Plans
                plans={plans.filter((plan) => plan.specialisationId === specialisationId)}
                people={people}
                onChange={(plan) => setOpened(plan)}
              />
            </>
          )}
        </Reply>
      </Section>
      {opened !== null && (
        <DigestPlanDialog
          specialisationId={specialisationId}
          plan={opened === 'new' ? null : opened}
          people={reply.data?.people ?? []}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  )
}

interface PlansProps {
  readonly plans: readonly DigestPlan[]
  readonly people: Told['people']
  readonly onChange: (plan: DigestPlan) => void
}

function Plans({ plans, people, onChange }: PlansProps) {
  const t = useText(digestText)
  const formats = useFormats()
  const when = useRhythmWords()
  const addressees = useAddressees()
  const columns: ListColumn<DigestPlan>[] = [
    { key: 'when', title: t('when'), cell: when },
    {
      key: 'to',
      title: t('to'),
      cell: (plan) => <span style={{ overflowWrap: 'anywhere' }}>{addressees(plan, people) || t('nobody')}</span>,
    },
    { key: 'next', title: t('next'), cell: ({ nextAt }) => (nextAt === null ? t('off') : formats.dateTime(nextAt)) },
    { key: 'last', title: t('last'), cell: (plan) => <LastOne plan={plan} /> },
    {
      key: 'acts',
      title: t('change2'),
      acts: 'words',
      cell: (plan) => <Acts plan={plan} people={people} onChange={onChange} />,
    },
  ]
  return (
    <ListTable
      label={t('plans')}
      columns={columns}
      rows={plans}
      rowKey={({ digestId }) => digestId}
      empty={<EmptyState title={t('plansNone')} />}
    />
  )
}

/** Those who get mail, then chats. */
function useAddressees(): (plan: DigestPlan, people: Told['people']) => string {
  const words = useAddresseeWords()
  return (plan, people) => [words(plan, people), ...plan.chats].filter((one) => one !== '').join(', ')
}

function LastOne({ plan: { lastSentAt, lastTakenOn, deliveries } }: { readonly plan: DigestPlan }) {
  const t = useText(digestText)
  const formats = useFormats()
  if (lastSentAt === null) return <>{t('never')}</>
  const last = deliveries.filter(({ madeAt }) => madeAt === lastSentAt)
  const count = (...statuses: string[]): string => String(last.filter(({ status }) => statuses.includes(status)).length)
  const counts = { sent: count('sent'), waiting: count('waiting'), failed: count('refused', 'givenUp') }
  return (
    <>
      {formats.dateTime(lastSentAt)}
      {lastTakenOn !== null && `, ${t('lastTold', { day: formats.date(lastTakenOn) })}`}
      <Text size="xs" c="dimmed">
        {t('deliveries', counts)}
      </Text>
    </>
  )
}

interface ActsProps {
  readonly plan: DigestPlan
  readonly people: Told['people']
  readonly onChange: (plan: DigestPlan) => void
}

function Acts({ plan, people, onChange }: ActsProps) {
  const t = useText(digestText)
  const { centerId } = useCenter()
  const addressees = useAddressees()
  const params = { centerId, digestId: plan.digestId }
  const touches = [marketDigest.listDigests]
  const send = useAct(marketDigest.sendDigest, {
    touches,
    onDone: ({ messages }) => tell({ kind: 'good', words: t('queued', { count: String(messages) }) }),
  })
  const remove = useAct(marketDigest.deleteDigest, { touches })
  return (
    <Group gap={4} justify="flex-end">
      <Button variant="default" size="compact-sm" loading={send.isPending} onClick={() => send.mutate({ params })}>
        {t('sendNow')}
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={() => onChange(plan)}>
        {t('change2')}
      </Button>
      <ConfirmAct title={t('remove')} act={t('remove')} onAct={() => remove.mutateAsync({ params })} size="compact-sm">
        {addressees(plan, people) || t('nobody')}
      </ConfirmAct>
    </Group>
  )
}
