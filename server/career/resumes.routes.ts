import { Readable } from 'node:stream'

import { career } from '@pult/contract/career'

import type { Platform } from '../platform/index.ts'
import { changeLetter, createLetter, deleteLetter } from './letter-store.ts'
import { marketSkills } from './market-skills.ts'
import { personOf } from './own-person.ts'
import { listResults } from './result-store.ts'
import {
  changeResume,
  createResume,
  deleteAll,
  deleteResume,
  listResumes,
  readAll,
  readResume,
} from './resume-store.ts'
import type { ClockOf } from './results.routes.ts'

const done = { done: true } as const

/** Serves résumés and letters. What is written in them is nowhere in the audit log. */
export function serveResumes({ http }: Pick<Platform, 'http'>, clockOf: ClockOf): void {
  http.serve(career.listResumes, ({ caller, readCenter }) =>
    readCenter(async (tx) => {
      const { today } = await clockOf(tx, caller.centerId)
      return { resumes: await listResumes(tx, personOf(caller), today.slice(0, 7)) }
    }),
  )
  http.serve(career.createResume, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const resumeId = await createResume(tx, personOf(caller), body)
      await audit(tx, { act: 'career.resume.create', subject: `resume ${resumeId}` })
      return { resumeId }
    }),
  )
  http.serve(career.readResume, ({ caller, params, readCenter }) =>
    readCenter((tx) => readResume(tx, personOf(caller), params.resumeId)),
  )
  http.serve(career.changeResume, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const version = await changeResume(tx, personOf(caller), params.resumeId, body)
      await audit(tx, { act: 'career.resume.change', subject: `resume ${params.resumeId}` })
      return { version }
    }),
  )
  http.serve(career.deleteResume, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteResume(tx, personOf(caller), params.resumeId)
      await audit(tx, { act: 'career.resume.delete', subject: `resume ${params.resumeId}` })
      return done
    }),
  )
  http.serve(career.marketSkills, ({ caller: { centerId }, query, readCenter }) =>
    readCenter((tx) => marketSkills(tx, centerId, query.specialisationId)),
  )
  serveAll(http)
  serveLetters(http)
}

function serveAll(http: Platform['http']): void {
  http.serve(career.exportAll, ({ caller, inCenter, audit }) =>
    inCenter(async (tx) => {
      const person = personOf(caller)
      const all = { ...(await readAll(tx, person)), results: await listResults(tx, person) }
      await audit(tx, { act: 'career.all.export', subject: 'own career' })
      const stream = Readable.from([JSON.stringify(all, null, 2)])
      return { stream, contentType: 'application/json; charset=utf-8', fileName: 'career.json' }
    }),
  )
  http.serve(career.deleteAll, ({ caller, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteAll(tx, personOf(caller))
      await audit(tx, { act: 'career.all.delete', subject: 'own career' })
      return done
    }),
  )
}

function serveLetters(http: Platform['http']): void {
  http.serve(career.createLetter, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const letterId = await createLetter(tx, personOf(caller), params.resumeId, body)
      await audit(tx, { act: 'career.letter.create', subject: `letter ${letterId}` })
      return { letterId }
    }),
  )
  http.serve(career.changeLetter, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const version = await changeLetter(tx, personOf(caller), params.letterId, body)
      await audit(tx, { act: 'career.letter.change', subject: `letter ${params.letterId}` })
      return { version }
    }),
  )
  http.serve(career.deleteLetter, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteLetter(tx, personOf(caller), params.letterId)
      await audit(tx, { act: 'career.letter.delete', subject: `letter ${params.letterId}` })
      return done
    }),
  )
}
