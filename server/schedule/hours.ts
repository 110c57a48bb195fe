import type { HoursRow } from '@pult/contract/schedule-hours'
import { payHours } from '@pult/engine/labor'
import { addDays, dayNumber, type LocalDate } from '@pult/engine/time'

import { invalid, tableFile, type Caller, type Download, type FileLanguage, type Tx } from '../platform/index.ts'
import { readLaw } from './read-law.ts'
import { sortRows } from './sort-rows.ts'

export interface HoursQuestion {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  readonly teamId?: number | undefined
  /** She alone. */
  readonly agentId?: number | undefined
}

type WhoSees = Pick<Caller, 'centerId' | 'reach' | 'teamIds' | 'agentId'>

const MOST_DAYS = 366

/** Hours for pay in a period by the rosters in force, of those the caller sees. */
export async function readHours(
  tx: Tx,
  caller: WhoSees,
  { firstDay, lastDay, teamId, agentId }: HoursQuestion,
  today: LocalDate,
): Promise<HoursRow[]> {
  refuseImpossible(firstDay, lastDay)
  // A period is looked at as a roster without shifts of its own: those in force are all around it.
  const period = { rosterId: 0, seriesId: 0, firstDay, lastDay, publishedAt: null }
  const law = await readLaw(tx, caller.centerId, period, today)
  const yesterday = addDays(today, -1)
  const over = lastDay < yesterday ? lastDay : yesterday
  return [...law.staff.values()].flatMap(({ member, law: { rules } }): HoursRow[] => {
    const isAsked = agentId === undefined ? sees(caller, member) : member.agentId === agentId
    if (!isAsked || (teamId !== undefined && member.teamId !== teamId)) return []
    const work = law.workOf(member.agentId, [])
    if (work === null) return []
    const { calendar } = law.labor
    const hours = payHours({ work, rules, calendar, from: firstDay, to: lastDay })
    const worked = over < firstDay ? 0 : payHours({ work, rules, calendar, from: firstDay, to: over }).workedMinutes
    const { normMinutes, nightMinutes, holidayMinutes, overtimeMinutes, isProvisional } = hours
    return [
      {
        agentId: member.agentId,
        name: member.name,
        teamId: member.teamId,
        plannedMinutes: hours.workedMinutes,
        workedMinutes: worked,
        normMinutes,
        nightMinutes,
        holidayMinutes,
        overtimeMinutes,
        bands: hours.bands.map(({ rate, minutes }) => ({ rate, minutes })),
        isProvisional,
      },
    ]
  })
}

function refuseImpossible(firstDay: LocalDate, lastDay: LocalDate): void {
  if (lastDay < firstDay)
    throw invalid('periodBackwards', 'query.lastDay: must not lie before the first day.', { at: 'query.lastDay' })
  if (dayNumber(lastDay) - dayNumber(firstDay) >= MOST_DAYS)
    throw invalid('periodTooLong', `query.lastDay: a period has at most ${MOST_DAYS} days.`, {
      at: 'query.lastDay',
      values: { days: MOST_DAYS },
    })
}

function sees(
  caller: WhoSees,
  { agentId, teamId }: { readonly agentId: number; readonly teamId: number | null },
): boolean {
  if (caller.reach === 'center') return true
  return caller.reach === 'self' ? agentId === caller.agentId : teamId !== null && caller.teamIds.includes(teamId)
}

const columns = {
  ru: [
    'Оператор',
    'По графику, ч',
    'Отработано, ч',
    'Норма, ч',
    'Разница, ч',
    'Ночных, ч',
    'Праздничных, ч',
    'Сверхурочных, ч',
  ],
  en: ['Agent', 'On the roster, h', 'Worked, h', 'Norm, h', 'Difference, h', 'Night, h', 'Holiday, h', 'Overtime, h'],
} as const
const rateWords = { ru: 'По ставке {rate}, ч', en: 'At rate {rate}, h' } as const
const HOURS = '0.00'

const hoursOf = (minutes: number): number => Math.round((minutes / 60) * 100) / 100

const atRate = ({ bands }: HoursRow, rate: number): number =>
  bands.filter((band) => band.rate === rate).reduce((sum, { minutes }) => sum + minutes, 0)

/** By which the page sorts. */
function valueOf(row: HoursRow, column: string): number | string | null | undefined {
  const { name, plannedMinutes, workedMinutes, normMinutes, nightMinutes, holidayMinutes, overtimeMinutes } = row
  const values: Readonly<Record<string, number | string | null>> = {
    agent: name,
    planned: plannedMinutes,
    worked: workedMinutes,
    norm: normMinutes,
    difference: normMinutes === null ? null : plannedMinutes - normMinutes,
    night: nightMinutes,
    holiday: holidayMinutes,
    overtime: overtimeMinutes,
  }
  return column.startsWith('rate') ? atRate(row, Number(column.slice(4))) : values[column]
}

/** Hours for pay as a file: a row an agent, a column for each rate of pay there is. */
export function hoursFile(
  rows: readonly HoursRow[],
  {
    firstDay,
    lastDay,
    format,
    language,
    sort,
  }: HoursQuestion & {
    readonly format: 'xlsx' | 'csv'
    readonly language: FileLanguage
    readonly sort?: string | undefined
  },
): Download {
  const rates = [...new Set(rows.flatMap(({ bands }) => bands.map(({ rate }) => rate)))].toSorted((a, b) => a - b)
  const heading = [...columns[language], ...rates.map((rate) => rateWords[language].replace('{rate}', String(rate)))]
  const lines = sortRows(rows, sort, valueOf).map((row) => [
    row.name,
    hoursOf(row.plannedMinutes),
    hoursOf(row.workedMinutes),
    row.normMinutes === null ? null : hoursOf(row.normMinutes),
    row.normMinutes === null ? null : hoursOf(row.plannedMinutes - row.normMinutes),
    hoursOf(row.nightMinutes),
    hoursOf(row.holidayMinutes),
    hoursOf(row.overtimeMinutes),
    ...rates.map((rate) => hoursOf(atRate(row, rate))),
  ])
  return tableFile([heading, ...lines], {
    name: `hours-${firstDay}-${lastDay}`,
    format,
    language,
    numberFormats: heading.map((_one, place) => (place === 0 ? undefined : HOURS)),
  })
}
