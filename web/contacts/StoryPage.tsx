import { Group, Stack, Table, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'

import { contacts, type ContactLeg, type Story } from '@pult/contract/contacts'

import { useCenter } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { contactsText } from './contacts-text.ts'
import { customerWords } from './customer-words.ts'
import { LegTable, OutcomeMark } from './LegTable.tsx'
import classes from './contacts.module.css'

/** One contact whole. */
export function StoryPage() {
  const t = useText(contactsText)
  const { centerId, centerName } = useCenter()
  const { contactRef = '' } = useParams({ strict: false, select: (params): { contactRef?: string } => params })
  const reply = useReply(contacts.readStory, { params: { centerId }, query: { ref: contactRef } })
  return (
    <Page
      title={t('story', { ref: reply.data?.contactRef ?? contactRef })}
      printHeader={centerName}
      breadcrumbs={[
        <Link key="contacts" to={paths.contacts(centerId)}>
          {t('contacts')}
        </Link>,
      ]}
    >
      <Reply reply={reply}>{(story) => <Told story={story} />}</Reply>
    </Page>
  )
}

function Told({ story }: { readonly story: Story }) {
  const t = useText(contactsText)
  const formats = useFormats()
  return (
    <Stack>
      <Section title={t('legs')}>
        <ol className={classes['legs']}>
          {story.legs.map((leg) => (
            <Leg key={leg.legId} leg={leg} />
          ))}
        </ol>
        <Text size="xs" c="dimmed" mt="sm">
          {t('from')}: {[...new Set(story.legs.map((leg) => leg.source))].join(', ')} ·{' '}
          {story.imports.map((one) => `${one.fileName} (${formats.dateTime(one.at)})`).join(', ')}
        </Text>
      </Section>
      {story.states.length > 0 && (
        <Section title={t('meanwhile')}>
          <ScrollTable minWidth={480}>
            <Table verticalSpacing={4}>
              <Table.Tbody>
                {story.states.map((state) => (
                  <Table.Tr key={`${state.agentId}-${state.state}-${state.startedAt}`}>
                    <Table.Td>{state.agent}</Table.Td>
                    <Table.Td>
                      {t(`state_${state.state}`)}
                      {state.reason === null ? '' : `: ${state.reason}`}
                    </Table.Td>
                    <Table.Td>
                      {formats.timeToSeconds(state.startedAt)} –{' '}
                      {state.endedAt === null ? t('open') : formats.timeToSeconds(state.endedAt)}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollTable>
        </Section>
      )}
      <Section title={t('others')}>
        {story.others.length === 0 ? <Text c="dimmed">{t('noOthers')}</Text> : <LegTable legs={story.others} />}
      </Section>
    </Stack>
  )
}

function Leg({ leg }: { readonly leg: ContactLeg }) {
  const t = useText(contactsText)
  const formats = useFormats()
  const parts = [
    { key: 'wait', ms: leg.waitMs, label: t('wait') },
    { key: 'talk', ms: leg.talkMs, label: t('talk') },
    { key: 'hold', ms: leg.holdMs, label: t('hold') },
    { key: 'acw', ms: leg.acwMs, label: t('acw') },
  ].filter((part) => part.ms > 0)
  const all = parts.reduce((sum, part) => sum + part.ms, 0)
  const details = [
    leg.topic === null ? '' : t('topic', { topic: leg.topic }),
    leg.transferredTo === null ? '' : t('transferred', { to: leg.transferredTo }),
    leg.hungUpBy === null ? '' : t('hungUp', { who: t(`party_${leg.hungUpBy}` as 'party_agent') }),
    leg.agentNoAnswers === 0 ? '' : t('noAnswers', { count: leg.agentNoAnswers }),
  ].filter((detail) => detail !== '')
  return (
    <li className={classes['leg']}>
      <Group gap="xs">
        <Text fw={600}>
          {formats.date(leg.offeredAt)} {formats.timeToSeconds(leg.offeredAt)}
        </Text>
        <Text>
          {leg.queue ?? '–'} · {t(leg.channel)}
        </Text>
        <OutcomeMark leg={leg} />
        {leg.agent !== null && <Text>{leg.agent}</Text>}
        <Text c="dimmed">{leg.customer !== null && customerWords(t, leg.customer)}</Text>
      </Group>
      <div className={classes['bar']} aria-hidden="true">
        {parts.map((part) => (
          <span key={part.key} data-part={part.key} style={{ flexGrow: Math.max(part.ms / all, 0.01) }} />
        ))}
      </div>
      <Group gap="md">
        {parts.map((part) => (
          <Text key={part.key} size="sm" className={classes['part'] ?? ''} data-part={part.key}>
            {part.label} {formats.duration(part.ms / 1000)}
          </Text>
        ))}
      </Group>
      {details.length > 0 && (
        <Text size="sm" c="dimmed">
          {details.join(' · ')}
        </Text>
      )}
    </li>
  )
}
