import { overlapOf } from '../spans.ts'
import { outOf, spanOf, startLater, takeAway, type Check } from './check.ts'

// Nobody is in two places: at two shifts, at work and on leave, at work and at her studies.

export const overlap: Check<'overlap'> = ({ shifts }, { parameters }, found) => {
  if (parameters.isAllowed) return
  let last = shifts[0]
  for (const shift of shifts.slice(1)) {
    if (last !== undefined && shift.start < last.end)
      found({
        code: 'shiftsOverlap',
        span: { start: shift.start, end: Math.min(shift.end, last.end) },
        shiftStarts: [last.start, shift.start],
        measured: Math.min(shift.end, last.end) - shift.start,
        limit: 0,
        // Two shifts that begin together cannot be told apart by their start: both would move.
        cures: last.start === shift.start ? [] : [...startLater(shift, last.end - shift.start), takeAway(shift)],
      })
    if (last === undefined || shift.end > last.end) last = shift
  }
}

export const leaveTime: Check<'leaveTime'> = (facts, { parameters }, found) => {
  if (parameters.isAllowed || (facts.work.excused ?? []).length === 0) return
  for (const shift of facts.shifts) {
    const pieces = facts.piecesOn(shift, facts.isExcused)
    const [first] = pieces
    const last = pieces.at(-1)
    if (first === undefined || last === undefined) continue
    found({
      code: 'workOnLeave',
      span: { start: first.start, end: last.end },
      shiftStarts: [shift.start],
      measured: pieces.reduce((sum, { start, end }) => sum + end - start, 0),
      limit: 0,
      cures: outOf(shift, pieces),
    })
  }
}

export const studyTime: Check<'studyTime'> = (facts, { parameters }, found) => {
  const studies = facts.work.studies ?? []
  if (parameters.isAllowed || studies.length === 0) return
  for (const shift of facts.shifts) {
    const lessons = studies.filter((study) => overlapOf(study, shift) > 0)
    if (lessons.length === 0) continue
    found({
      code: 'workWhileStudying',
      span: spanOf(shift),
      shiftStarts: [shift.start],
      measured: lessons.reduce((sum, study) => sum + overlapOf(study, shift), 0),
      limit: 0,
      cures: outOf(
        shift,
        lessons
          .map(({ start, end }) => ({ start: Math.max(start, shift.start), end: Math.min(end, shift.end) }))
          .toSorted((left, right) => left.start - right.start),
      ),
    })
  }
}
