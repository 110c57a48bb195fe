import type { PayRow } from '@pult/contract/schedule-reports'
import type { PlannedShift } from '@pult/contract/schedule-roster'
import { payHours, type PayHours } from '@pult/engine/labor'

import type { KeptRoster } from './roster-store.ts'
import type { RosterLaw } from './roster-law.ts'
import { agreementIn } from './staff-member.ts'

/** Hours for pay of everybody on a roster, in its days; money where it is known and may be seen. */
export function payRows(
  roster: KeptRoster,
  law: RosterLaw,
  shifts: readonly PlannedShift[],
  maySeePay: boolean,
): PayRow[] {
  const byAgent = Map.groupBy(shifts, ({ agentId }) => agentId)
  return [...byAgent].flatMap(([agentId, own]): PayRow[] => {
    const work = law.workOf(agentId, own)
    const found = law.staff.get(agentId)
    if (work === null || found === undefined) return []
    const hours = payHours({
      work,
      rules: found.law.rules,
      calendar: law.labor.calendar,
      from: roster.firstDay,
      to: roster.lastDay,
    })
    const costPerHour = agreementIn(found.member, roster)?.costPerHour ?? null
    const { workedMinutes, normMinutes, nightMinutes, holidayMinutes, overtimeMinutes, isProvisional } = hours
    return [
      {
        agentId,
        name: found.member.name,
        workedMinutes,
        normMinutes,
        nightMinutes,
        holidayMinutes,
        overtimeMinutes,
        bands: hours.bands.map(({ rate, minutes }) => ({ rate, minutes })),
        isProvisional,
        cost: costPerHour === null || !maySeePay ? null : moneyOf(hours, costPerHour),
      },
    ]
  })
}

function moneyOf({ bands, extras }: PayHours, costPerHour: number): number {
  const plain = bands.reduce((sum, { rate, minutes }) => sum + rate * minutes, 0)
  const onTop = extras.reduce((sum, { extraRate, minutes }) => sum + extraRate * minutes, 0)
  return ((plain + onTop) / 60) * costPerHour
}
