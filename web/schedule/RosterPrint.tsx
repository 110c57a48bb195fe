import { useFormats, useText } from '../ui/language.tsx'
import { deskText } from './desk-text.ts'
import type { GridCell, GridRow } from './grid-rows.ts'
import classes from './RosterPrint.module.css'

interface RosterPrintProps {
  readonly days: readonly string[]
  readonly rows: readonly GridRow[]
}

const DAYS_ON_A_SHEET = 14

/** The roster on paper: all agents shown, two weeks a table, the heading on every sheet; on the last there is room to sign. */
export function RosterPrint({ days, rows }: RosterPrintProps) {
  const t = useText(deskText)
  const formats = useFormats()
  const sheets = Array.from({ length: Math.ceil(days.length / DAYS_ON_A_SHEET) }, (_, sheet) => sheet * DAYS_ON_A_SHEET)
  const minute = (value: number): string => formats.number(Math.round(value / 6) / 10)
  return (
    <>
      {sheets.map((from) => (
        <table key={from} className={classes['sheet']}>
          <thead>
            <tr>
              <th>{t('agent')}</th>
              {days.slice(from, from + DAYS_ON_A_SHEET).map((day) => (
                <th key={day}>
                  {formats.weekday(new Date(day).getUTCDay() || 7)} {formats.dayMonth(day)}
                </th>
              ))}
              <th>{t('hoursHead')}</th>
              {from === sheets.at(-1) && <th className={classes['signed']}>{t('signedHead')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ member, cells }) => (
              <tr key={member.agentId}>
                <th scope="row">{member.name}</th>
                {cells.slice(from, from + DAYS_ON_A_SHEET).map((cell, index) => (
                  <td key={days[from + index]}>
                    <PrintedCell cell={cell} />
                  </td>
                ))}
                <td>{minute(member.minutes)}</td>
                {from === sheets.at(-1) && <td aria-label={t('signedHead')} />}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  )
}

function PrintedCell({ cell: { shifts, absence } }: { readonly cell: GridCell }) {
  const t = useText(deskText)
  const formats = useFormats()
  if (shifts.length === 0) return <>{absence === null ? '' : t(`absence_${absence.kind}`)}</>
  return <>{shifts.map(({ start, end }) => `${formats.time(start)}–${formats.time(end)}`).join(', ')}</>
}
