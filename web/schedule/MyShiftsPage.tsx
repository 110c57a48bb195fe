import { ActionIcon, Button, Group, Select, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'

import { center } from '@pult/contract/center'
import { people } from '@pult/contract/people'
import { scheduleReports, type FormerShift, type MyShift } from '@pult/contract/schedule-reports'
import { addDays, DAY_MS, HOUR_MS } from '@pult/engine/time'

import { useCenter, useMay } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { defineView, inAddress, useView } from '../platform/view.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { monthOf } from '../ui/month.ts'
import { Page, Section } from '../ui/Page.tsx'
import { MyCalendar } from './MyCalendar.tsx'
import { MyFairness } from './MyFairness.tsx'
import { MyHours } from './MyHours.tsx'
import { MyRosters } from './MyRosters.tsx'
import classes from './MyShifts.module.css'
import { myText } from './my-text.ts'
import { mondayOf, nextShift, weeksOf } from './my-weeks.ts'
import { Inside, Marks, MyWeeks } from './MyWeeks.tsx'
import { MyWishes } from './MyWishes.tsx'

const WEEKS = 5
const myView = defineView({ agent: inAddress.maybeNumber(), week: inAddress.number(0) })

/** A person's own page: when she works next, her weeks, hours, calendar, fair share and wishes. Planners look at anybody's. */
export function MyShiftsPage() {
  const t = useText(myText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const mayChoose = useMay('readRosters')
  const [view, setView] = useView(myView)
  const today = formats.today(Date.now())
  const monday = addDays(mondayOf(today), view.week * 7)
  const lastDay = addDays(monday, WEEKS * 7 - 1)
  const who = mayChoose && view.agent !== null ? { agentId: view.agent } : {}
  const query = {
    firstDay: monday < today ? monday : today,
    lastDay: lastDay > today ? lastDay : addDays(today, 34),
    ...who,
  }
  const reply = useReply(
    scheduleReports.readMyShifts,
    { params: { centerId }, query },
    { live: ['schedule'], keepFormer: true },
  )
  const agent = reply.data?.agent ?? null
  return (
    <Page
      title={view.agent === null || agent === null ? t('title') : t('titleOf', { name: agent.name })}
      subtitle={agent?.name}
      actions={
        mayChoose && (
          <>
            <Button component={Link} to={paths.fairness(centerId)} variant="default" size="xs">
              {t('fairnessOfAll')}
            </Button>
            <Button component={Link} to={paths.payHours(centerId)} variant="default" size="xs">
              {t('hoursOfAll')}
            </Button>
          </>
        )
      }
      {...(mayChoose
        ? { toolbar: <AgentChoice value={view.agent} onChange={(chosen) => setView({ agent: chosen })} /> }
        : {})}
    >
      <Reply reply={reply}>
        {({ agent: found, shifts, former, feed }) =>
          found === null ? (
            <EmptyState title={t(mayChoose ? 'chooseAgent' : 'notLinked')}>
              {t(mayChoose ? 'chooseAgentHint' : 'notLinkedHint')}
            </EmptyState>
          ) : (
            <div className={classes['columns']}>
              <div className={classes['column']}>
                <MyRosters agentId={view.agent} />
                <NextShift shifts={shifts} today={today} />
                <WeekSteps week={view.week} onWeek={(week) => setView({ week })} />
                <Weeks shifts={shifts} former={former} monday={monday} today={today} />
              </div>
              <div className={classes['column']}>
                <MyHours agentId={found.agentId} month={monthOf(view.week === 0 ? today : monday)} />
                <MyWishes agent={found} firstDay={monday < today ? monday : today} lastDay={lastDay} />
                <MyFairness agentId={found.agentId} year={Number(today.slice(0, 4))} />
                {view.agent === null && <MyCalendar feed={feed} />}
              </div>
            </div>
          )
        }
      </Reply>
    </Page>
  )
}

interface AgentChoiceProps {
  readonly value: number | null
  readonly onChange: (agentId: number | null) => void
}

function AgentChoice({ value, onChange }: AgentChoiceProps) {
  const t = useText(myText)
  const { centerId } = useCenter()
  const agents = useReply(people.listAgents, { params: { centerId } }).data?.agents ?? []
  return (
    <Select
      aria-label={t('agent')}
      placeholder={t('chooseAgent')}
      searchable
      clearable
      limit={100}
      w={280}
      maw="100%"
      data={agents
        .filter(({ status }) => status === 'confirmed')
        .map(({ agentId, name }) => ({ value: String(agentId), label: name }))}
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange(chosen === null ? null : Number(chosen))}
    />
  )
}

function useCalendar(): string {
  const { centerId } = useCenter()
  return useReply(center.readCenter, { params: { centerId } }).data?.calendar ?? 'none'
}

/** What comes next, large. */
function NextShift({ shifts, today }: { readonly shifts: readonly MyShift[]; readonly today: string }) {
  const t = useText(myText)
  const formats = useFormats()
  const calendar = useCalendar()
  const now = Date.now()
  const next = nextShift(shifts, now)
  if (next === undefined)
    return (
      <Section>
        <EmptyState title={t('noNext')}>{t('noNextHint')}</EmptyState>
      </Section>
    )
  const isOn = Date.parse(next.start) <= now
  const dayWords =
    next.day === today ? t('today') : next.day === addDays(today, 1) ? t('tomorrow') : formats.longDate(next.day)
  const ahead = Date.parse(next.start) - now
  const inWords =
    ahead < DAY_MS * 2
      ? t('inHours', { count: Math.max(1, Math.round(ahead / HOUR_MS)) })
      : t('inDays', { count: Math.round(ahead / DAY_MS) })
  return (
    <Section title={t(isOn ? 'nowShift' : 'nextShift')}>
      <Text size="lg">{dayWords}</Text>
      <div className={classes['next']}>
        {formats.time(next.start)}–{formats.time(next.end)}
      </div>
      <Group gap={8} my={4}>
        <Text size="sm" c="dimmed">
          {[
            isOn ? t('untilTime', { time: formats.time(next.end) }) : inWords,
            ...(next.templateName === null ? [] : [next.templateName]),
          ].join(' · ')}
        </Text>
        <Marks shift={next} calendar={calendar} />
      </Group>
      <Inside shift={next} />
    </Section>
  )
}

interface WeeksProps {
  readonly shifts: readonly MyShift[]
  readonly former: readonly FormerShift[]
  readonly monday: string
  readonly today: string
}

function Weeks({ shifts, former, monday, today }: WeeksProps) {
  const calendar = useCalendar()
  return <MyWeeks weeks={weeksOf(shifts, monday, WEEKS)} former={former} calendar={calendar} today={today} />
}

function WeekSteps({ week, onWeek }: { readonly week: number; readonly onWeek: (week: number) => void }) {
  const t = useText(myText)
  return (
    <Group justify="space-between">
      <Text fw={600}>{t('weeks')}</Text>
      <Group gap={4}>
        <ActionIcon aria-label={t('earlier')} onClick={() => onWeek(week - WEEKS)}>
          <IconChevronLeft size={18} />
        </ActionIcon>
        <ActionIcon aria-label={t('later')} onClick={() => onWeek(week + WEEKS)}>
          <IconChevronRight size={18} />
        </ActionIcon>
      </Group>
    </Group>
  )
}
