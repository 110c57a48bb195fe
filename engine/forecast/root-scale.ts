// Counts are modelled on the scale √(count + ¼), where the noise of a Poisson count has nearly the same size at any level
// (Brown, Cai, Zhang, Zhao and Zhou 2010, "The root-unroot algorithm"). The way back is exact for the mean of a Poisson count:
// squaring alone would give a quarter of a contact to an hour that never has any.

const STEP = 0.02
const LAST = 5.5
const table = makeTable()

export function rootOfCount(count: number): number {
  return Math.sqrt(count + 0.25)
}

/** The expected root of a Poisson count with this mean. */
export function rootOfMean(mean: number): number {
  const root = Math.sqrt(Math.max(0, mean))
  if (root >= LAST) return root - 1 / (64 * root ** 3)
  const place = Math.floor(root / STEP)
  const share = root / STEP - place
  return (table[place] as number) * (1 - share) + (table[place + 1] as number) * share
}

/** The mean whose expected root this is: the inverse of {@link rootOfMean}; nothing below zero. */
export function meanOfRoot(root: number): number {
  if (root >= LAST) return (root + 1 / (64 * root ** 3)) ** 2
  if (!(root > 0.5)) return 0
  let low = 0
  let high = table.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((table[middle] as number) <= root) low = middle
    else high = middle
  }
  const from = table[low] as number
  return ((low + (root - from) / ((table[high] as number) - from)) * STEP) ** 2
}

function makeTable(): Float64Array {
  return Float64Array.from({ length: Math.ceil(LAST / STEP) + 2 }, (_, index) => expectedRoot((index * STEP) ** 2))
}

function expectedRoot(mean: number): number {
  let chance = Math.exp(-mean)
  let sum = chance * rootOfCount(0)
  for (let count = 1; count < mean + 12 * Math.sqrt(mean) + 20; count++) {
    chance *= mean / count
    sum += chance * rootOfCount(count)
  }
  return sum
}
