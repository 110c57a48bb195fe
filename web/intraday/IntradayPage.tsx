import { Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'

import { intraday, type Intraday, type IntradayQueue } from '@pult/contract/intraday'

import { useCenter, useMay } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { Cards } from '../ui/Cards.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { levelRuleText } from '../ui/level-rule-text.ts'
import { ListTable } from '../ui/ListTable.tsx'
import { NumberCard } from '../ui/NumberCard.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { AgentsChart, ContactsChart, PresenceChart } from './IntradayCharts.tsx'
import { IntradayExport } from './IntradayExport.tsx'
import { intradayText } from './intraday-text.ts'
import { intradayView } from './intraday-view.ts'
import { Shortages } from './Shortages.tsx'

const EVERY_MS = 60_000

/** The running day against its plan, or a past one as it looked at a time of its clock. */
export function IntradayPage() {
  const t = useText(intradayText)
  const formats = useFormats()
  const { centerId, centerName } = useCenter()
  const [view, setView] = useView(intradayView)
  const asked = { ...(view.day === '' ? {} : { day: view.day }), ...(view.at === '' ? {} : { at: view.at }) }
  const reply = useReply(
    intraday.readIntraday,
    { params: { centerId }, query: asked },
    { everyMs: EVERY_MS, live: ['measures'], keepFormer: true },
  )
  const { data } = reply
  const queues = data?.queues ?? []
  const queue = queues.find(({ queueId }) => queueId === view.queue) ?? busiest(queues)
  return (
    <Page
      title={t('intraday')}
      subtitle={
        data === undefined ? t('hint') : t('asOf', { day: formats.longDate(data.day), time: formats.time(data.asOf) })
      }
      printHeader={centerName}
      toolbar={
        <>
          <TextInput
            type="date"
            aria-label={t('day')}
            value={view.day === '' ? (data?.day ?? '') : view.day}
            onChange={(event) => setView({ day: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            aria-label={t('at')}
            value={view.at}
            onChange={(event) => setView({ at: event.currentTarget.value.slice(0, 5) })}
          />
          {view.at !== '' && (
            <Button variant="default" onClick={() => setView({ at: '' })}>
              {t('atNow')}
            </Button>
          )}
          {queue !== undefined && (
            <Select
              aria-label={t('queue')}
              w={220}
              allowDeselect={false}
              searchable
              value={String(queue.queueId)}
              onChange={(value) => setView({ queue: Number(value) })}
              data={queues.map(({ queueId, name }) => ({ value: String(queueId), label: name }))}
            />
          )}
          {queue !== undefined && <IntradayExport asked={asked} />}
        </>
      }
    >
      <Reply reply={reply}>
        {(day) =>
          day.basis === 'nothing' || queue === undefined ? (
            <NoForecast />
          ) : (
            <Day day={day} queue={queue} onQueue={(queueId) => setView({ queue: queueId })} />
          )
        }
      </Reply>
    </Page>
  )
}

function busiest(queues: readonly IntradayQueue[]): IntradayQueue | undefined {
  const load = ({ plannedSoFar, plannedRest }: IntradayQueue): number => plannedSoFar + plannedRest
  return queues.toSorted((left, right) => load(right) - load(left))[0]
}

function NoForecast() {
  const t = useText(intradayText)
  const { centerId } = useCenter()
  return (
    <EmptyState
      title={t('noForecast')}
      actions={
        <Button component={Link} to={`/c/${centerId}/forecast`}>
          {t('toForecast')}
        </Button>
      }
    >
      {t('noForecastHint')}
    </EmptyState>
  )
}

interface DayProps {
  readonly day: Intraday
  readonly queue: IntradayQueue
  readonly onQueue: (queueId: number) => void
}

function Day({ day, queue, onQueue }: DayProps) {
  const t = useText(intradayText)
  const { centerId } = useCenter()
  const mayStaff = useMay('readStaffing')
  return (
    <Stack gap="md">
      {day.basis === 'usualDay' && (
        <Alert color="brass">
          <Group justify="space-between">
            <Text size="sm" flex="1 1 260px">
              {t('usualDay')}
            </Text>
            <Button variant="light" component={Link} to={`/c/${centerId}/forecast`}>
              {t('toForecast')}
            </Button>
          </Group>
        </Alert>
      )}
      {day.requirement === null ? (
        <Alert color="brass">
          <Group justify="space-between">
            <Text size="sm" flex="1 1 260px">
              {t('noRequirement')}
            </Text>
            {mayStaff && (
              <Button variant="light" component={Link} to={`/c/${centerId}/staffing`}>
                {t('toStaffing')}
              </Button>
            )}
          </Group>
        </Alert>
      ) : (
        <Section title={t('shortages')}>
          <Shortages shortages={day.shortages} onQueue={onQueue} />
        </Section>
      )}
      <QueueCards queue={queue} />
      <Section title={`${t('contacts')}: ${queue.name}`}>
        <ContactsChart intervals={queue.intervals} />
        <Text size="sm" c="dimmed">
          {t('contactsHint')}
        </Text>
      </Section>
      {day.requirement !== null && (
        <Section title={`${t('agents')}: ${queue.name}`}>
          <AgentsChart intervals={queue.intervals} />
          <Text size="sm" c="dimmed">
            {t('agentsHint')}
          </Text>
        </Section>
      )}
      <Section title={t('queues')}>
        <Queues queues={day.queues} onQueue={onQueue} />
      </Section>
      {day.presence.length > 0 && (
        <Section title={t('presence')}>
          <PresenceChart presence={day.presence} />
          <Text size="sm" c="dimmed">
            {t('presenceHint')}
          </Text>
        </Section>
      )}
    </Stack>
  )
}

function QueueCards({ queue }: { readonly queue: IntradayQueue }) {
  const t = useText(intradayText)
  const formats = useFormats()
  const { target, levelDay } = queue
  const rules = useText(levelRuleText)
  const bandWords = ({ p10, p90 }: { readonly p10: number; readonly p90: number }) => ({
    low: formats.number(p10, 0),
    high: formats.number(p90, 0),
  })
  return (
    <Cards>
      <NumberCard
        label={t('soFar')}
        value={formats.number(queue.cameSoFar, 0)}
        footer={
          <Text size="sm" c={queue.isUnusual ? 'brick' : 'dimmed'}>
            {t('planned', { count: formats.number(queue.plannedSoFar, 0) })}: {t(queue.isUnusual ? 'unusual' : 'usual')}
          </Text>
        }
      />
      <NumberCard
        label={t('rest')}
        value={formats.number(queue.expectedRest, 0)}
        footer={
          <Text size="sm" c="dimmed">
            {t('planned', { count: formats.number(queue.plannedRest, 0) })}
          </Text>
        }
      />
      <NumberCard
        label={t('wholeDay')}
        value={formats.number(queue.expectedDay, 0)}
        footer={
          <Text size="sm" c="dimmed">
            {queue.expectedDayBand !== null && (
              <>
                {t('wholeDayBand', bandWords(queue.expectedDayBand))}
                <br />
              </>
            )}
            {queue.plannedDayBand === null
              ? t('planned', { count: formats.number(queue.plannedDay, 0) })
              : t('plannedBand', { count: formats.number(queue.plannedDay, 0), ...bandWords(queue.plannedDayBand) })}
          </Text>
        }
      />
      <NumberCard
        label={t('level')}
        value={formats.percent(levelDay, 0)}
        {...(target === null || target.level === null
          ? {}
          : {
              target: {
                text: formats.serviceTarget({ fraction: target.level, withinSeconds: target.withinSeconds }),
                state: levelDay === null ? null : levelDay >= target.level ? ('met' as const) : ('missed' as const),
              },
            })}
        footer={
          <Text size="sm" c="dimmed">
            {t('levelParts', {
              soFar: formats.percent(queue.levelSoFar, 0),
              rest: formats.percent(queue.levelRest, 0),
            })}
            {target !== null && ` ${t('levelRule', { rule: rules(`rule_${target.rule}`) })}`}
          </Text>
        }
      />
      <NumberCard
        label={t('aht')}
        value={formats.duration(queue.ahtSeconds)}
        footer={
          <Text size="sm" c="dimmed">
            {t('ahtParts', {
              planned: formats.duration(queue.plannedAhtSeconds),
              rest: formats.duration(queue.restAhtSeconds),
            })}
          </Text>
        }
      />
    </Cards>
  )
}

function Queues({
  queues,
  onQueue,
}: {
  readonly queues: readonly IntradayQueue[]
  readonly onQueue: (id: number) => void
}) {
  const t = useText(intradayText)
  const formats = useFormats()
  return (
    <ListTable
      label={t('queues')}
      rows={queues}
      rowKey={({ queueId }) => queueId}
      empty={null}
      columns={[
        {
          key: 'name',
          title: t('name'),
          cell: ({ queueId, name }) => (
            <Button variant="subtle" size="compact-sm" onClick={() => onQueue(queueId)}>
              {name}
            </Button>
          ),
        },
        { key: 'came', title: t('came'), isNumber: true, cell: (one) => formats.number(one.cameSoFar, 0) },
        { key: 'plan', title: t('plan'), isNumber: true, cell: (one) => formats.number(one.plannedSoFar, 0) },
        { key: 'rest', title: t('expectedRest'), isNumber: true, cell: (one) => formats.number(one.expectedRest, 0) },
        { key: 'level', title: t('levelDay'), isNumber: true, cell: (one) => formats.percent(one.levelDay, 0) },
        {
          key: 'target',
          title: t('target'),
          isNumber: true,
          cell: (one) => formats.percent(one.target?.level ?? null, 0),
        },
      ]}
    />
  )
}
