/** The cells whose shift the search may change a little: drawn at once, however many days off lie between them. */
export interface WorkingCells {
  readonly cell: Int32Array
  count: number
  readonly set: (cell: number, isWorking: boolean) => void
  readonly clear: () => void
}

export function createWorkingCells(cells: number): WorkingCells {
  const cell = new Int32Array(cells)
  const placeOf = new Int32Array(cells).fill(-1)
  const working: WorkingCells = {
    cell,
    count: 0,
    set: (one, isWorking) => {
      const place = placeOf[one] as number
      if (place >= 0 === isWorking) return
      if (isWorking) {
        placeOf[one] = working.count
        cell[working.count++] = one
        return
      }
      const last = cell[--working.count] as number
      cell[place] = last
      placeOf[last] = place
      placeOf[one] = -1
    },
    clear: () => {
      placeOf.fill(-1)
      working.count = 0
    },
  }
  return working
}
