import { market } from '@pult/contract/market'

import type { Platform } from '../platform/index.ts'
import { findAreas } from './area-tree.ts'
import { compareProfessions } from './compare-professions.ts'
import type { ZoneOf } from './post.routes.ts'
import { readPay } from './read-pay.ts'
import { readSkills } from './read-skills.ts'
import { readVacancies } from './read-vacancies.ts'
import { skillsFile } from './skills-file.ts'
import { presentSource, readSources } from './source-store.ts'
import { serveSpecialisations } from './specialisation.routes.ts'
import { listSpecialisations, readSpecialisation } from './specialisation-store.ts'

/** Serves specialisations and what is read of the market. */
export function serveMarket({ http }: Platform, today: (centerTimeZone: string) => string, zoneOf: ZoneOf): void {
  http.serve(market.readMarket, ({ caller: { centerId }, readCenter }) =>
    readCenter(async (tx) => ({
      specialisations: await listSpecialisations(tx, centerId),
      sources: (await readSources(tx, centerId)).map(presentSource),
    })),
  )
  serveSpecialisations(http)
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
}

const idsOf = (text: string): number[] =>
  text
    .split(',')
    .map(Number)
    .filter((id) => Number.isSafeInteger(id) && id > 0)
