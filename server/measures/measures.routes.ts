import { measures } from '@pult/contract/measures'
import { noteRoutes } from '@pult/contract/measures-notes'
import { recomputeRoutes } from '@pult/contract/measures-recompute'
import { todayRoutes } from '@pult/contract/measures-today'
import { viewRoutes } from '@pult/contract/measures-views'
import { counters, registry } from '@pult/engine/measures'

import type { Http, Platform } from '../platform/index.ts'
import { answer } from './answer.ts'
import { definitionReply } from './columns.ts'
import { curveFile } from './curve-file.ts'
import { exportFile } from './export-file.ts'
import { changeNote, createNote, deleteNote, listNotes } from './note.ts'
import { compareWithFacts, markDiffering } from './recompute.ts'
import type { Rollups } from './rollups.ts'
import { serviceLevelCurve } from './service-level-curve.ts'
import type { TodayFlow } from './today-flow.ts'
import { streamToday } from './today-stream.ts'
import { seenOf } from './today.ts'
import { changeView, createView, deleteView, listViews, readView } from './view.ts'

const done = { done: true } as const

/** Serves the routes of the measures room. */
export function serveMeasures(
  { http, database, live }: Pick<Platform, 'http' | 'database' | 'live'>,
  rollups: Rollups,
  today: TodayFlow,
  clock: () => number,
): void {
  http.serve(measures.listDefinitions, () =>
    Promise.resolve({
      measures: registry.all.map(definitionReply),
      counters: Object.values(counters).map(({ id, ru, en, unit }) => ({ id, ru, en, unit })),
    }),
  )
  http.serve(measures.queryMeasures, ({ caller, body, readCenter }) =>
    readCenter((tx) => answer(tx, caller, body, clock())),
  )
  http.serve(measures.exportMeasures, async ({ caller, body, query, readCenter, inCenter, audit }) => {
    const reply = await readCenter((tx) => answer(tx, caller, body, clock()))
    await inCenter((tx) =>
      audit(tx, {
        act: 'measures.measures.export',
        subject: body.measures.join(', '),
        detail: { from: body.from, to: body.to, format: query.format },
      }),
    )
    return exportFile(reply, query.format, query.language)
  })
  http.serve(measures.serviceLevelCurve, ({ caller, body, readCenter }) =>
    readCenter((tx) => serviceLevelCurve(tx, caller, body)),
  )
  http.serve(measures.exportCurve, async ({ caller, body, query, readCenter, inCenter, audit }) => {
    const reply = await readCenter((tx) => serviceLevelCurve(tx, caller, body))
    const subject = reply.curves.map(({ reference }) => reference).join(', ')
    const detail = { from: body.from, to: body.to, format: query.format }
    await inCenter((tx) => audit(tx, { act: 'measures.measures.export', subject, detail }))
    return curveFile(reply, query, body.from.slice(0, 10))
  })
  http.serve(todayRoutes.readToday, async ({ caller }) => seenOf(await today.now(caller.centerId), caller))
  http.serve(todayRoutes.followToday, ({ caller, callerNow }) => {
    const stream = live.stream(caller.centerId)
    streamToday(stream, today, caller, callerNow)
    return Promise.resolve({ stream, contentType: 'text/event-stream' })
  })
  http.serve(recomputeRoutes.recomputeMeasures, async ({ caller, body, inCenter, audit }) => {
    const { centerId } = caller
    await rollups.settle(centerId)
    const { report, differing } = await database.readSnapshot({ centerId }, (tx) =>
      compareWithFacts(tx, centerId, body),
    )
    if (body.dry || differing.length === 0) return report
    await inCenter(async (tx) => {
      await markDiffering(tx, centerId, differing)
      await audit(tx, {
        act: 'measures.rollups.recompute',
        subject: `${body.from} – ${body.to}`,
        detail: { mended: true },
      })
    })
    await rollups.settle(centerId)
    return { ...report, mended: true }
  })
  serveViews(http)
  serveNotes(http)
}

function serveViews(http: Http): void {
  http.serve(viewRoutes.listViews, async ({ caller, readCenter }) => ({
    views: await readCenter((tx) => listViews(tx, caller)),
  }))
  http.serve(viewRoutes.readView, ({ caller, params, readCenter }) =>
    readCenter((tx) => readView(tx, caller, params.viewId)),
  )
  http.serve(viewRoutes.createView, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const view = await createView(tx, caller, body)
      await audit(tx, { act: 'measures.view.create', subject: `view ${view.viewId}`, detail: { name: body.name } })
      return view
    }),
  )
  http.serve(viewRoutes.changeView, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const view = await changeView(tx, caller, params.viewId, body)
      await audit(tx, { act: 'measures.view.change', subject: `view ${params.viewId}`, detail: { name: body.name } })
      return view
    }),
  )
  http.serve(viewRoutes.deleteView, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteView(tx, caller, params.viewId)
      await audit(tx, { act: 'measures.view.delete', subject: `view ${params.viewId}` })
      return done
    }),
  )
}

function serveNotes(http: Http): void {
  http.serve(noteRoutes.listNotes, async ({ caller, query, readCenter }) => ({
    notes: await readCenter((tx) => listNotes(tx, caller, query)),
  }))
  http.serve(noteRoutes.createNote, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const note = await createNote(tx, caller, body)
      await audit(tx, { act: 'measures.note.create', subject: `note ${note.noteId}` })
      return note
    }),
  )
  http.serve(noteRoutes.changeNote, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const note = await changeNote(tx, caller, params.noteId, body)
      await audit(tx, { act: 'measures.note.change', subject: `note ${params.noteId}` })
      return note
    }),
  )
  http.serve(noteRoutes.deleteNote, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteNote(tx, caller, params.noteId)
      await audit(tx, { act: 'measures.note.delete', subject: `note ${params.noteId}` })
      return done
    }),
  )
}
