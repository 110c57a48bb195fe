const WIDTH = 84
const HEIGHT = 26
const PAD = 3

/** The shape of the last values without axes; decoration for the eye, hidden from screen readers. Gaps stay gaps. */
export function Sparkline({ values }: { readonly values: readonly (number | null)[] }) {
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return null
  const low = Math.min(...known)
  const span = Math.max(...known) - low || 1
  const x = (place: number): number => PAD + (place * (WIDTH - 2 * PAD)) / (values.length - 1)
  const y = (value: number): number => HEIGHT - PAD - ((value - low) * (HEIGHT - 2 * PAD)) / span
  const path = values.reduce<{ d: string; pen: 'M' | 'L' }>(
    (line, value, place) =>
      value === null
        ? { d: line.d, pen: 'M' }
        : { d: `${line.d}${line.pen}${x(place).toFixed(1)} ${y(value).toFixed(1)}`, pen: 'L' },
    { d: '', pen: 'M' },
  ).d
  const last = values.at(-1)
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      style={{ flex: '0 1 auto', minWidth: 0 }}
    >
      <path d={path} fill="none" stroke="var(--mantine-color-anchor)" strokeWidth="1.5" strokeLinejoin="round" />
      {last !== null && last !== undefined && (
        <circle cx={x(values.length - 1)} cy={y(last)} r="2.2" fill="var(--mantine-color-anchor)" />
      )}
    </svg>
  )
}
