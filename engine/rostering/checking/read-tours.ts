import { readXml, type XmlElement } from './read-xml.ts'

// Tours as the checker sees them: minutes since the first day’s midnight, as the solution files count.

export interface ReadTask {
  readonly taskId: string
  readonly minutes: number
  readonly workMinutes: number
}

export interface ReadShift {
  readonly start: number
  readonly end: number
  readonly tasks: readonly ReadTask[]
}

const DAY = 1440

/** Shifts by person, in order of time. @throws RangeError where the text is no solution file. */
export function readTours(text: string): ReadonlyMap<string, readonly ReadShift[]> {
  const solution = readXml(text)
  if (solution.name !== 'Solution')
    throw new RangeError(`line ${solution.line}: expected <Solution>, not <${solution.name}>`)
  const tours = new Map<string, readonly ReadShift[]>()
  for (const employee of childrenOf(solution, 'Employee')) {
    const id = employee.attributes.get('ID')
    if (id === undefined) throw new RangeError(`line ${employee.line}: <Employee> has no ID`)
    if (tours.has(id)) throw new RangeError(`line ${employee.line}: employee ${id} is there a second time`)
    const shifts = childrenOf(employee, 'Shift').map((shift) => readShift(shift, id))
    tours.set(
      id,
      shifts.toSorted((left, right) => left.start - right.start),
    )
  }
  return tours
}

function readShift(shift: XmlElement, person: string): ReadShift {
  const day = wholeNumber(only(shift, 'Day', person), person)
  const startElement = only(shift, 'Start', person)
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(startElement.text.trim())
  const [hour, minute, second] = [Number(clock?.[1]), Number(clock?.[2]), Number(clock?.[3] ?? 0)]
  if (clock === null || hour > 23 || minute > 59 || second > 59)
    throw new RangeError(
      `line ${startElement.line}: employee ${person}: Start must be as 07:45:00, not "${startElement.text.trim()}"`,
    )
  const tasks = childrenOf(shift, 'Task').map((task) => readTask(task, person))
  if (tasks.length === 0) throw new RangeError(`line ${shift.line}: employee ${person}: a shift has no <Task>`)
  const start = day * DAY + hour * 60 + minute + second / 60
  return { start, end: start + tasks.reduce((sum, { minutes }) => sum + minutes, 0), tasks }
}

function readTask(task: XmlElement, person: string): ReadTask {
  const minutes = wholeNumber(only(task, 'Length', person), person)
  const said = task.attributes.get('WorkLength')
  return {
    taskId: only(task, 'ID', person).text.trim(),
    minutes,
    workMinutes: said === undefined ? minutes : Number(said),
  }
}

const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name)

function only(element: XmlElement, name: string, person: string): XmlElement {
  const [first, second] = childrenOf(element, name)
  if (first === undefined || second !== undefined)
    throw new RangeError(
      `line ${element.line}: employee ${person}: <${element.name}> must have one <${name}>, not ${first === undefined ? 'none' : 'more'}`,
    )
  return first
}

function wholeNumber(element: XmlElement, person: string): number {
  const text = element.text.trim()
  if (!/^\d+$/.test(text))
    throw new RangeError(
      `line ${element.line}: employee ${person}: <${element.name}> must be a whole number, not "${text.slice(0, 40)}"`,
    )
  return Number(text)
}
