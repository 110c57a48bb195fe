/** What a forecast would be without its layers, behind it as a dashed line. */
export const baseSeries = (name: string, data: readonly (number | null)[], color: string): object => ({
  type: 'line',
  name,
  data,
  symbol: 'none',
  color,
  lineStyle: { type: 'dashed', width: 1.5 },
})
