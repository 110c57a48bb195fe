import { tourRules, type TourProblem, type TourRoster, type TourShift } from './tour-problem.ts'

const { slotMinutes, dayStartMinute } = tourRules

/** What a solution file says about itself. */
export interface SolutionFacts {
  readonly problemFile: string
  readonly penalty: number
  /** As 2026-11-28T19:30:00. */
  readonly timeStamp: string
  readonly solveSeconds: number
}

/** The roster as a solution file: days from 0, the clock absolute. */
export function writeTours({ staff, taskIds }: TourProblem, roster: TourRoster, facts: SolutionFacts): string {
  const employees = staff.map(({ id }, person) => [
    `    <Employee ID="${escape(id)}">`,
    ...(roster[person] ?? []).flatMap((shift) => shiftLines(shift, taskIds)),
    '    </Employee>',
  ])
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Solution xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="Solution.xsd">',
    `    <ProblemFile>${escape(facts.problemFile)}</ProblemFile>`,
    `    <Penalty>${facts.penalty}</Penalty>`,
    `    <TimeStamp>${facts.timeStamp}</TimeStamp>`,
    '    <Author></Author>',
    '    <Reference></Reference>',
    '    <Machine></Machine>',
    `    <SolveTime>${clock(facts.solveSeconds)}</SolveTime>`,
    '',
    ...employees.flat(),
    '</Solution>',
    '',
  ].join('\n')
}

function shiftLines({ start, tasks }: TourShift, taskIds: readonly string[]): string[] {
  const minute = dayStartMinute + start * slotMinutes
  return [
    '        <Shift>',
    `            <Day>${Math.floor(minute / 1440)}</Day>`,
    `            <Start>${clock((minute % 1440) * 60)}</Start>`,
    ...tasks.flatMap(({ task, slots }) => [
      `            <Task WorkLength="${slots * slotMinutes}">`,
      `                <ID>${escape(taskIds[task] ?? '')}</ID>`,
      `                <Length>${slots * slotMinutes}</Length>`,
      '            </Task>',
    ]),
    '        </Shift>',
  ]
}

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')

const clock = (seconds: number): string => `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
