/** A band between two lines, as two stacked series: an unseen one up to the lower edge and the filled rest. It has a hole where an edge is null. */
export function bandSeries(
  name: string,
  low: readonly (number | null)[],
  high: readonly (number | null)[],
  color: string,
  opacity: number,
): object[] {
  const plain = {
    type: 'line',
    stack: name,
    symbol: 'none',
    lineStyle: { opacity: 0 },
    silent: true,
    tooltip: { show: false },
  }
  return [
    { ...plain, name: `${name} `, data: low },
    {
      ...plain,
      name,
      data: high.map((value, index) => (value === null ? null : value - (low[index] ?? 0))),
      areaStyle: { color, opacity },
      // In the legend bands are told apart as on the chart, a little stronger: a dot is smaller than a band.
      itemStyle: { color, opacity: Math.min(1, opacity * 2) },
    },
  ]
}
