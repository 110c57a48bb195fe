import { describe, expect, it } from 'vitest'

import { demoCenter } from './demo-center.ts'
import { demoWork } from './demo-work.ts'

const anchorDate = '2026-11-16'
const { agents } = demoCenter({ anchorDate })
const work = demoWork(agents, anchorDate)

describe('what the people of the demonstration agreed', () => {
  it('is an agreement for each, from the day of hiring, and the same again', () => {
    expect(work.agreements.map(({ agent, from }) => [agent, from])).toEqual(
      agents.map(({ code, hiredOn }) => [code, hiredOn]),
    )
    expect(demoWork(agents, anchorDate)).toEqual(work)
    const halves = work.agreements.filter(({ rate }) => rate === 0.5).map(({ agent }) => agent)
    expect(halves.length).toBeGreaterThan(3)
    expect(work.lessons.map(({ agent }) => agent)).toEqual(halves)
  })

  it('never has anybody away twice on a day', () => {
    const days = new Map<string, string>()
    expect(work.absences.length).toBeGreaterThan(80)
    for (const { agent, firstDay, lastDay } of work.absences.toSorted((a, b) => a.firstDay.localeCompare(b.firstDay))) {
      expect(firstDay > (days.get(agent) ?? '')).toBe(true)
      days.set(agent, lastDay)
    }
  })

  it('has breaks in their order, and nobody looks at a screen for more than two hours', () => {
    for (const { breaks, lengthToMinutes } of work.templates) {
      let free = 0
      for (const { earliestMinute, latestMinute, minutes } of breaks) {
        expect(latestMinute).toBeGreaterThanOrEqual(earliestMinute)
        expect(latestMinute - free).toBeLessThanOrEqual(120)
        free = earliestMinute + minutes
      }
      expect(lengthToMinutes - free).toBeLessThanOrEqual(135)
    }
  })
})
