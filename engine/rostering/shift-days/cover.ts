import { OFF, type CompiledDays } from './compiled.ts'

/** A roster with its cover and cost, kept exact through every change. */
export interface RosterState {
  /** By person: the shift of each day, −1 where she is off. */
  readonly rows: readonly Int16Array[]
  /** By cell. */
  readonly cover: Int32Array
  readonly cost: number
  /** Takes a person’s days from `from` to before `to` away from the cover, as if she were off. Returns what the cost becomes. */
  clear(person: number, from: number, to: number): void
  /** Gives a person days that were cleared. */
  place(person: number, from: number, path: Int16Array): void
  /** By cell from `from` on: what one more shift of this person would cost. Infinite on days she cannot work: not its business. */
  priceDays(person: number, from: number, to: number, into: Float64Array): void
  load(rows: readonly Int16Array[]): void
}

export function createRosterState(problem: CompiledDays): RosterState {
  const { days, shiftCount, staff, required, underWeight, overWeight } = problem
  const rows = staff.map(() => new Int16Array(days).fill(OFF))
  const cover = new Int32Array(days * shiftCount)
  let cost = emptyCost(problem)

  function change(person: number, day: number, shift: number, sign: 1 | -1): void {
    const cell = day * shiftCount + shift
    const there = cover[cell] as number
    const missing = (required[cell] as number) - there
    const under = underWeight[cell] as number
    const over = overWeight[cell] as number
    const step = sign === 1 ? (missing > 0 ? -under : over) : missing >= 0 ? under : -over
    cost += step + sign * (staff[person]?.wishCost[cell] as number)
    cover[cell] = there + sign
  }

  return {
    rows,
    cover,
    get cost() {
      return cost
    },
    clear(person, from, to) {
      const row = rows[person] as Int16Array
      for (let day = from; day < to; day++) {
        const shift = row[day] as number
        if (shift !== OFF) change(person, day, shift, -1)
        row[day] = OFF
      }
    },
    place(person, from, path) {
      const row = rows[person] as Int16Array
      for (const [offset, shift] of path.entries()) {
        if (shift !== OFF) change(person, from + offset, shift, 1)
        row[from + offset] = shift
      }
    },
    priceDays(person, from, to, into) {
      const { wishCost } = staff[person] as CompiledDays['staff'][number]
      const first = from * shiftCount
      for (let cell = first; cell < to * shiftCount; cell++) {
        const step =
          (required[cell] as number) > (cover[cell] as number)
            ? -(underWeight[cell] as number)
            : (overWeight[cell] as number)
        into[cell - first] = step + (wishCost[cell] as number)
      }
    },
    load(given) {
      for (const [person, row] of given.entries()) {
        this.clear(person, 0, days)
        this.place(person, 0, row)
      }
    },
  }
}

function emptyCost({ required, underWeight, wishBase }: CompiledDays): number {
  return required.reduce((sum, needed, cell) => sum + needed * (underWeight[cell] as number), wishBase)
}
