import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AuditLine } from '@pult/contract/access'
import type { EditResult, RosterChange, ShiftDifference } from '@pult/contract/schedule'
import type { LawViolation, PlannedShift } from '@pult/contract/schedule-roster'
import { addDays } from '@pult/engine/time'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { FIRST_DAY, makeRoster, openSmallCenter, type ReadRoster, type SmallCenter } from './testing/small-center.ts'

let pult: TestApp
let center: SmallCenter

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  center = await openSmallCenter(pult, { name: 'Руками' })
})
afterAll(() => pult.close())

const read = async (rosterId: number): Promise<ReadRoster> =>
  done<ReadRoster>(await center.planner.get(center.path(`/rosters/${rosterId}`)))
const edit = (rosterId: number, body: object) =>
  center.planner.send('PATCH', center.path(`/rosters/${rosterId}/shifts`), body)
const later = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString()
const first = (shifts: readonly PlannedShift[]): PlannedShift => {
  const [shift] = shifts
  if (shift === undefined) throw new Error('no shift')
  return shift
}

describe('a change by hand', () => {
  it('answers with cost, coverage and law; tried, it changes nothing; undone, all is as before', async () => {
    const { roster, shifts } = await makeRoster(center)
    const { rosterId, version } = roster
    const shift = first(shifts)
    const move = {
      kind: 'move',
      shiftId: shift.shiftId,
      start: later(shift.start, 1),
      end: later(shift.end, 1),
    }
    const trial = done<EditResult>(await edit(rosterId, { version, changes: [move], isTrial: true }))
    expect(trial.version).toBe(version)
    expect((await read(rosterId)).shifts).toEqual(shifts)
    const made = done<EditResult>(await edit(rosterId, { version, changes: [move] }))
    expect(made.version).toBe(version + 1)
    expect(made.after).toEqual(trial.after)
    expect(made.before.total).toBeCloseTo(roster.parts?.total ?? 0, 3)
    expect(made.coverage.length).toBeGreaterThan(0)
    const [kept] = made.shifts
    expect(kept).toMatchObject({ shiftId: shift.shiftId, start: move.start, isLocked: true })
    expect(kept?.breaks.map(({ start }) => start)).toEqual(shift.breaks.map(({ start }) => later(start, 1)))
    const now = await read(rosterId)
    expect(now.roster).toMatchObject({ version: version + 1, parts: made.after })
    const undo = center.path(`/rosters/${rosterId}/undo`)
    const undone = done<EditResult>(await center.planner.send('POST', undo, { version: version + 1 }))
    expect(undone.after.total).toBeCloseTo(made.before.total, 3)
    expect((await read(rosterId)).shifts).toEqual(shifts)
    expect((await center.planner.send('POST', undo, { version: version + 2 })).json()).toMatchObject({
      status: 409,
      code: 'nothingToUndo',
    })
    const { changes } = done<{ changes: RosterChange[] }>(
      await center.planner.get(center.path(`/rosters/${rosterId}/changes`)),
    )
    expect(changes.map(({ kind, isUndone }) => [kind, isUndone])).toEqual([
      ['undo', false],
      ['edit', true],
      ['built', false],
    ])
  })

  it('adds, gives, swaps, deletes, locks, and moves breaks', async () => {
    const { roster, shifts } = await makeRoster(center)
    const { rosterId } = roster
    const [one, other] = shifts.filter(({ day }) => day === FIRST_DAY)
    if (one === undefined || other === undefined) throw new Error('too few shifts')
    const working = new Set(shifts.filter(({ day }) => day === FIRST_DAY).map(({ agentId }) => agentId))
    const free = center.agentIds.find((agentId) => !working.has(agentId))
    if (free === undefined) throw new Error('nobody is free')
    const swapped = done<EditResult>(
      await edit(rosterId, {
        version: 1,
        changes: [{ kind: 'swap', shiftId: one.shiftId, withShiftId: other.shiftId }],
      }),
    )
    expect(new Map(swapped.shifts.map(({ shiftId, agentId }) => [shiftId, agentId]))).toEqual(
      new Map([
        [one.shiftId, other.agentId],
        [other.shiftId, one.agentId],
      ]),
    )
    const given = done<EditResult>(
      await edit(rosterId, { version: 2, changes: [{ kind: 'give', shiftId: one.shiftId, agentId: free }] }),
    )
    expect(first(given.shifts).agentId).toBe(free)
    const deleted = done<EditResult>(
      await edit(rosterId, { version: 3, changes: [{ kind: 'delete', shiftId: other.shiftId }] }),
    )
    expect(deleted).toMatchObject({ removed: [other.shiftId], shifts: [] })
    const added = done<EditResult>(
      await edit(rosterId, {
        version: 4,
        changes: [
          {
            kind: 'add',
            agentId: one.agentId,
            start: other.start,
            end: other.end,
            shiftTemplateId: center.templateId,
          },
        ],
      }),
    )
    expect(first(added.shifts).breaks.map(({ kind }) => kind)).toEqual(['rest', 'meal', 'rest'])
    const fresh = first(added.shifts)
    const unlocked = done<EditResult>(
      await edit(rosterId, {
        version: 5,
        changes: [{ kind: 'lock', shiftIds: [fresh.shiftId], isLocked: false }],
      }),
    )
    expect(first(unlocked.shifts).isLocked).toBe(false)
    expect(unlocked.after).toEqual(unlocked.before)
    const breaks = fresh.breaks.filter(({ kind }) => kind === 'meal')
    const bare = done<EditResult>(
      await edit(rosterId, { version: 6, changes: [{ kind: 'breaks', shiftId: fresh.shiftId, breaks }] }),
    )
    expect(first(bare.shifts).breaks).toEqual(breaks)
  })

  it('from a page that is out of date says who changed what', async () => {
    const { roster, shifts } = await makeRoster(center, { seconds: 1 })
    const { rosterId } = roster
    const remove = { kind: 'delete', shiftId: first(shifts).shiftId }
    done(await edit(rosterId, { version: 1, changes: [remove] }))
    const refused = await edit(rosterId, { version: 1, changes: [remove] })
    expect(refused.json()).toMatchObject({
      status: 409,
      code: 'rosterChanged',
      values: { byName: 'planner 1', changes: 1, version: 2 },
    })
  })

  it('that is impossible is refused with the place', async () => {
    const { roster, shifts } = await makeRoster(center, { seconds: 1 })
    const shift = first(shifts)
    const twin = shifts.find(({ agentId, day }) => agentId === shift.agentId && day !== shift.day)
    if (twin === undefined) throw new Error('she has one shift alone')
    const move = { kind: 'move', shiftId: shift.shiftId, start: shift.start, end: shift.end }
    const cases: [object, number, string][] = [
      [{ ...move, end: shift.start }, 400, 'shiftImpossible'],
      [{ ...move, start: later(shift.start, 0.1) }, 400, 'offTheGrid'],
      [{ ...move, start: '2026-08-01T06:00:00Z', end: '2026-08-01T15:00:00Z' }, 400, 'beyondRoster'],
      [{ ...move, start: twin.start, end: twin.end }, 409, 'dayTaken'],
      [{ kind: 'give', shiftId: shift.shiftId, agentId: 999_999 }, 400, 'notAMember'],
      [{ kind: 'delete', shiftId: 999_999 }, 404, 'notFound'],
      [{ kind: 'breaks', shiftId: shift.shiftId, breaks: [...shift.breaks, ...shift.breaks] }, 400, 'partsOverlap'],
    ]
    for (const [change, status, code] of cases) {
      const refused = await edit(roster.rosterId, { version: 1, changes: [change] })
      expect([code, refused.statusCode, refused.json<{ code: string }>().code]).toEqual([code, status, code])
    }
    expect((await read(roster.rosterId)).roster.version).toBe(1)
  })

  it('stays where it is when the rest is optimised', async () => {
    const { roster, shifts } = await makeRoster(center, { seconds: 1 })
    const { rosterId } = roster
    const shift = first(shifts)
    const change = {
      kind: 'move',
      shiftId: shift.shiftId,
      start: later(shift.start, -0.5),
      end: later(shift.end, -1.5),
    }
    const moved = first(done<EditResult>(await edit(rosterId, { version: 1, changes: [change] })).shifts)
    done(await center.planner.send('POST', center.path(`/rosters/${rosterId}/continue`), { seconds: 1 }))
    const { settledRoster } = await import('./testing/small-center.ts')
    const after = await settledRoster(center, rosterId)
    const same = after.shifts.find(({ agentId, day }) => agentId === moved.agentId && day === moved.day)
    expect(same).toMatchObject({ start: moved.start, end: moved.end, isLocked: true })
    const undo = center.path(`/rosters/${rosterId}/undo`)
    const undone = await center.planner.send('POST', undo, { version: after.roster.version })
    expect(undone.statusCode).toBe(200)
    expect((await read(rosterId)).shifts.length).toBe(shifts.length)
  })
})

const violations = async (rosterId: number): Promise<LawViolation[]> =>
  done<{ violations: LawViolation[] }>(await center.planner.get(center.path(`/rosters/${rosterId}/violations`)))
    .violations

describe('publishing', () => {
  it('is refused while a blocking rule is broken, until a named person decides with a reason', async () => {
    const { roster, shifts } = await makeRoster(center)
    const { rosterId } = roster
    const shift = first(shifts)
    // No meal in nine hours.
    const bare = done<EditResult>(
      await edit(rosterId, { version: 1, changes: [{ kind: 'breaks', shiftId: shift.shiftId, breaks: [] }] }),
    )
    const broken = bare.broken.find(({ ruleId }) => ruleId === 'RU-108')
    expect(broken).toMatchObject({ severity: 'block', agentId: shift.agentId, agentName: 'Агент 1', day: shift.day })
    expect(broken?.article).toContain('108')
    expect(broken?.sentence.ru.length).toBeGreaterThan(10)
    const cure = broken?.cures.find(({ acts }) => acts.includes('addBreak'))
    // A cure can be tried as it stands, and cures.
    const cured = done<EditResult>(await edit(rosterId, { version: 2, changes: cure?.changes ?? [], isTrial: true }))
    expect(cured.cured.map(({ key }) => key)).toContain(broken?.key)
    const publish = center.path(`/rosters/${rosterId}/publish`)
    const refused = await center.planner.send('POST', publish, { version: 2, decisions: [] })
    expect(refused.json()).toMatchObject({ status: 409, code: 'rulesBroken' })
    expect((await read(rosterId)).roster.status).toBe('draft')
    const all = await violations(rosterId)
    // The first roster of a centre can have no notice: that is told with its reason, and asks for no decision.
    const notice = all.find(({ agentId }) => agentId === null)
    expect(notice).toMatchObject({ severity: 'warn', unit: 'days' })
    expect(notice?.sentence.en).toContain('first roster that the centre publishes')
    expect(notice?.sentence.ru).toContain('первый график')
    const blocking = all.filter(({ severity }) => severity === 'block')
    const unreasoned = blocking.map(({ key }) => ({ key, reason: ' ' }))
    expect((await center.planner.send('POST', publish, { version: 2, decisions: unreasoned })).statusCode).toBe(400)
    const decisions = blocking.map(({ key }) => ({ key, reason: 'Согласовано с ней' }))
    done(await center.planner.send('POST', publish, { version: 2, decisions }))
    expect((await read(rosterId)).roster).toMatchObject({
      status: 'published',
      isInForce: true,
      publishedByName: 'planner 1',
    })
    const told = (await violations(rosterId)).find(({ key }) => key === broken?.key)
    expect(told?.decision).toMatchObject({ reason: 'Согласовано с ней', byName: 'planner 1' })
    const { lines } = done<{ lines: AuditLine[] }>(await pult.system.get(center.path('/audit')))
    const decided = lines.filter(({ act }) => act === 'schedule.roster.decide')
    expect(decided.length).toBe(blocking.length)
    expect(decided.every(({ userName, detail }) => userName === 'planner 1' && detail['reason'] !== undefined)).toBe(
      true,
    )
  })

  it('is never changed in place: a new edition holds the change, with notice told', async () => {
    const { rosters } = done<{ rosters: ReadRoster['roster'][] }>(await center.planner.get(center.path('/rosters')))
    const former = rosters.find(({ isInForce }) => isInForce)
    if (former === undefined) throw new Error('nothing is published')
    const { rosterId } = former
    const { shifts } = await read(rosterId)
    const remove = { kind: 'delete', shiftId: first(shifts).shiftId }
    const inPlace = await edit(rosterId, { version: former.version, changes: [remove] })
    expect(inPlace.json()).toMatchObject({ status: 409, code: 'rosterPublished' })
    expect((await center.planner.send('DELETE', center.path(`/rosters/${rosterId}`))).statusCode).toBe(409)
    const revise = center.path(`/rosters/${rosterId}/revise`)
    expect((await center.planner.send('POST', revise, { reason: '' })).statusCode).toBe(400)
    const { rosterId: next } = done<{ rosterId: number }>(
      await center.planner.send('POST', revise, { reason: 'Болезнь' }),
    )
    const copy = await read(next)
    expect(copy.roster).toMatchObject({ status: 'draft', edition: 2, seriesId: former.seriesId, reason: 'Болезнь' })
    expect(copy.shifts.length).toBe(shifts.length)
    const gone = first(copy.shifts)
    done(await edit(next, { version: 1, changes: [{ kind: 'delete', shiftId: gone.shiftId }] }))
    const compared = done<{ differences: ShiftDifference[] }>(
      await center.planner.get(center.path(`/rosters/${rosterId}/compare/${next}`)),
    )
    expect(compared.differences).toMatchObject([{ agentId: gone.agentId, day: gone.day, after: null }])
    expect(compared.differences[0]?.noticeDays).not.toBeNull()
    const broken = await violations(next)
    // People know their shifts by now: a change owes them its notice.
    expect(broken.find(({ agentId }) => agentId === null)?.severity).toBe('block')
    const decisions = broken.map(({ key }) => ({ key, reason: 'Замена' }))
    done(await center.planner.send('POST', center.path(`/rosters/${next}/publish`), { version: 2, decisions }))
    const after = done<{ rosters: ReadRoster['roster'][] }>(await center.planner.get(center.path('/rosters'))).rosters
    const ofSeries = after.filter(({ seriesId }) => seriesId === former.seriesId)
    expect(ofSeries.map(({ edition, isInForce }) => [edition, isInForce])).toEqual([
      [2, true],
      [1, false],
    ])
    expect((await center.planner.send('POST', revise, { reason: 'Ещё' })).json()).toMatchObject({
      code: 'laterEdition',
    })
  })

  it('is a planner’s or a head’s act, and supervisors look at their teams alone', async () => {
    const { roster } = await makeRoster(center, { seconds: 1 })
    // It would take the place of what is published for these days and people: that is no second shift of theirs.
    expect((await violations(roster.rosterId)).filter(({ ruleId }) => ruleId === 'any-overlap')).toEqual([])
    const supervisor = await pult.comeIn(center.centerId, 'supervisor')
    const agent = await pult.comeIn(center.centerId, 'agent', center.agentIds[0])
    const publish = center.path(`/rosters/${roster.rosterId}/publish`)
    for (const who of [supervisor, agent])
      expect((await who.send('POST', publish, { version: 1, decisions: [] })).statusCode).toBe(403)
    const seen = done<ReadRoster>(await supervisor.get(center.path(`/rosters/${roster.rosterId}`)))
    expect([seen.members, seen.shifts]).toEqual([[], []])
    expect((await agent.get(center.path(`/rosters/${roster.rosterId}`))).statusCode).toBe(403)
    expect(addDays(FIRST_DAY, 6)).toBe(roster.lastDay)
  })
})
