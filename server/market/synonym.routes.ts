import { market } from '@pult/contract/market'

import type { Platform } from '../platform/index.ts'
import { readSpecialisation } from './specialisation-store.ts'
import { forgetRefused, groupSkills, readSynonyms, refuseSynonyms, ungroupSkills } from './synonyms.ts'

const done = { done: true } as const

/** Serves near-synonyms: what may be one, what was decided. */
export function serveSynonyms({ http, jobs }: Platform): void {
  // What groups change in pay is counted when somebody asks, and kept by a job.
  const keepPaySoon = (centerId: number): Promise<void> => jobs.send('marketPay', { centerId })
  http.serve(market.readSynonyms, ({ caller: { centerId }, params, readCenter }) =>
    readCenter(async (tx) => {
      await readSpecialisation(tx, centerId, params.specialisationId)
      return readSynonyms(tx, centerId, params.specialisationId)
    }),
  )
  http.serve(market.groupSkills, async ({ caller, body, inCenter, audit }) => {
    await inCenter(async (tx) => {
      const names = await groupSkills(tx, caller, body.skillIds)
      const subject = `market skill ${body.skillIds[0]}`
      await audit(tx, { act: 'market.skills.group', subject, detail: { names: names.join(' = ') } })
    })
    await keepPaySoon(caller.centerId)
    return done
  })
  http.serve(market.ungroupSkills, async ({ caller: { centerId }, params: { skillId }, inCenter, audit }) => {
    await inCenter(async (tx) => {
      const names = await ungroupSkills(tx, centerId, skillId)
      const subject = `market skill ${skillId}`
      await audit(tx, { act: 'market.skills.ungroup', subject, detail: { names: names.join(', ') } })
    })
    await keepPaySoon(centerId)
    return done
  })
  http.serve(market.refuseSynonyms, ({ caller: { centerId }, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const names = await refuseSynonyms(tx, centerId, body.skillIds)
      const subject = `market skill ${body.skillIds[0]}`
      await audit(tx, { act: 'market.skills.apart', subject, detail: { names: names.join(' ≠ ') } })
      return done
    }),
  )
  http.serve(market.forgetRefused, ({ caller: { centerId }, inCenter, audit }) =>
    inCenter(async (tx) => {
      await forgetRefused(tx, centerId)
      await audit(tx, { act: 'market.skills.suggestAgain', subject: 'centre' })
      return done
    }),
  )
}
