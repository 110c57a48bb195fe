// The three centres whose outputs the ContactCenters simulator prints (Buist and L'Ecuyer, WSC 2005), in the model file's words. Times
// of the paper are minutes: rates a minute become means in seconds.

/** A model file as it is parsed: fields by name. */
export interface ModelFile extends Readonly<Record<string, unknown>> {
  readonly groups: readonly object[]
}

const day: object = { horizonSeconds: 28_800, periods: [{ startSeconds: 0, lengthSeconds: 28_800 }] }
const inMinutes = (rate: number): object => ({ exponential: { meanSeconds: 60 / rate } })

const oneQueue = (patience: object): ModelFile => ({
  ...day,
  contactTypes: [
    {
      id: 'calls',
      arrivalsPerHour: [4.2 * 60],
      ...patience,
      handling: inMinutes(0.5),
      withinSeconds: 20,
      groups: ['agents'],
    },
  ],
  groups: [{ id: 'agents', types: ['calls'], agents: [12] }],
  routing: 'longestWaiting',
  drainAfterEnd: true,
})

const mskType = (id: string, aMinute: readonly number[], groups: readonly string[]): object => ({
  id,
  arrivalsPerHour: aMinute.map((rate) => rate * 60),
  patience: [0.3, 0.4, 0.2].map(inMinutes),
  handling: [0.5, 0.6, 0.4].map(inMinutes),
  withinSeconds: 20,
  groups,
})

/** One queue, everybody waits. */
export const mmc: ModelFile = oneQueue({})

/** The same with a mean patience of a minute. */
export const mmcAbandon: ModelFile = oneQueue({ patience: inMinutes(1) })

/** Three types, two groups, three periods, a gamma day. */
export const simpleMsk: ModelFile = {
  horizonSeconds: 21_600,
  periods: [0, 7200, 14_400].map((startSeconds) => ({ startSeconds, lengthSeconds: 7200 })),
  busyness: { gammaShape: 28.7 },
  contactTypes: [
    mskType('0', [4.2, 5.3, 3.2], ['A']),
    mskType('1', [5.1, 4.3, 4.8], ['A', 'B']),
    mskType('2', [6.3, 5.2, 4.8], ['B']),
  ],
  groups: [
    { id: 'A', types: ['0', '1'], agents: [12, 18, 9] },
    { id: 'B', types: ['1', '2'], agents: [15, 20, 11] },
  ],
  routing: 'longestWaiting',
  drainAfterEnd: true,
}

/** The intervals that a reference output prints under a heading, in order. */
export function printedIntervals(report: string, heading: string): readonly (readonly [number, number])[] {
  return report
    .split(/^report/im)
    .filter((block) => block.includes(heading))
    .flatMap((block) =>
      [...block.matchAll(/\(\s*([\d.]+),\s*([\d.]+)\s*\)/g)].map(
        (match) => [Number(match[1]), Number(match[2])] as const,
      ),
    )
}
