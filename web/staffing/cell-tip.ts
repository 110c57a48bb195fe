import { asText } from '../ui/styled-html.ts'

interface Row {
  readonly name: string
  readonly cells: readonly { readonly label: string }[]
}

interface CellPlace {
  readonly time: number
  readonly row: number
}

/** What a map says of the cell under the pointer, as the HTML that ECharts takes: names are what somebody has called a queue. */
export const cellTip = (rows: readonly Row[], times: readonly string[], { time, row }: CellPlace): string =>
  [rows[row]?.name ?? '', `${times[time] ?? ''}: ${rows[row]?.cells[time]?.label ?? ''}`].map(asText).join('<br>')
