import { market } from '@pult/contract/market'

import type { Platform } from '../platform/index.ts'
import { findAreas } from './area-tree.ts'
import { compareProfessions } from './compare-professions.ts'
import { isMadeUp } from './keep-made-up.ts'
import { createPost, deletePost, listPosts } from './post-store.ts'
import { readPay } from './read-pay.ts'
import { readSkills } from './read-skills.ts'
import { readVacancies } from './read-vacancies.ts'
import { skillsFile } from './skills-file.ts'
import { presentSource, readSources } from './source-store.ts'
import {
  changeSpecialisation,
  createSpecialisation,
  deleteSpecialisation,
  listSpecialisations,
  readSpecialisation,
} from './specialisation-store.ts'

const done = { done: true } as const

/** Serves what is read of the market, specialisations and posts. */
export function serveMarket({ http }: Platform, today: (centerTimeZone: string) => string, zoneOf: ZoneOf): void {
  http.serve(market.readMarket, ({ caller: { centerId }, readCenter }) =>
    readCenter(async (tx) => ({
      specialisations: await listSpecialisations(tx, centerId),
      sources: (await readSources(tx, centerId)).map(presentSource),
      isMadeUp: await isMadeUp(tx, centerId),
    })),
  )
  http.serve(market.createSpecialisation, ({ caller: { centerId }, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const specialisationId = await createSpecialisation(tx, centerId, body)
      const subject = `specialisation ${specialisationId}`
      await audit(tx, { act: 'market.specialisation.create', subject, detail: { ...body } })
      return { specialisationId }
    }),
  )
  http.serve(market.changeSpecialisation, ({ caller: { centerId }, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const version = await changeSpecialisation(tx, centerId, params.specialisationId, body)
      const subject = `specialisation ${params.specialisationId}`
      await audit(tx, { act: 'market.specialisation.change', subject, detail: { ...body } })
      return { version }
    }),
  )
  http.serve(market.deleteSpecialisation, ({ caller: { centerId }, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteSpecialisation(tx, centerId, params.specialisationId)
      const subject = `specialisation ${params.specialisationId}`
      await audit(tx, { act: 'market.specialisation.delete', subject })
      return done
    }),
  )
  http.serve(market.readSkills, ({ caller: { centerId }, params, query, readCenter }) =>
    readCenter(async (tx) => {
      await readSpecialisation(tx, centerId, params.specialisationId)
      return readSkills(tx, centerId, params.specialisationId, query)
    }),
  )
  http.serve(market.exportSkills, ({ caller: { centerId }, params, query, inCenter, audit }) =>
    inCenter(async (tx) => {
      await readSpecialisation(tx, centerId, params.specialisationId)
      const { format, language, ...asked } = query
      const table = await readSkills(tx, centerId, params.specialisationId, asked)
      const subject = `specialisation ${params.specialisationId}`
      await audit(tx, { act: 'market.skills.export', subject, detail: { format } })
      return skillsFile(table, { format, language })
    }),
  )
  http.serve(market.readPay, ({ caller: { centerId }, params, readCenter }) =>
    readCenter(async (tx) => {
      await readSpecialisation(tx, centerId, params.specialisationId)
      return readPay(tx, centerId, params.specialisationId, today(await zoneOf(tx, centerId)))
    }),
  )
  http.serve(market.readVacancies, ({ caller: { centerId }, params, query, readCenter }) =>
    readCenter(async (tx) => {
      await readSpecialisation(tx, centerId, params.specialisationId)
      return readVacancies(tx, centerId, params.specialisationId, query)
    }),
  )
  http.serve(market.compareProfessions, ({ caller: { centerId }, query, readCenter }) =>
    readCenter((tx) => compareProfessions(tx, centerId, idsOf(query.ids))),
  )
  http.serve(market.findAreas, ({ caller: { centerId }, query, readCenter }) =>
    readCenter(async (tx) => ({ areas: await findAreas(tx, centerId, query.search) })),
  )
  http.serve(market.listPosts, ({ caller: { centerId }, readCenter }) =>
    readCenter(async (tx) => ({ posts: await listPosts(tx, centerId, today(await zoneOf(tx, centerId))) })),
  )
  http.serve(market.createPost, ({ caller: { centerId }, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const postId = await createPost(tx, centerId, body)
      // What people earn is not written into the log.
      await audit(tx, { act: 'market.post.create', subject: `post ${postId}`, detail: { title: body.title } })
      return { postId }
    }),
  )
  http.serve(market.deletePost, ({ caller: { centerId }, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deletePost(tx, centerId, params.postId)
      await audit(tx, { act: 'market.post.delete', subject: `post ${params.postId}` })
      return done
    }),
  )
}

export type ZoneOf = (tx: Parameters<typeof listSpecialisations>[0], centerId: number) => Promise<string>

const idsOf = (text: string): number[] =>
  text
    .split(',')
    .map(Number)
    .filter((id) => Number.isSafeInteger(id) && id > 0)
