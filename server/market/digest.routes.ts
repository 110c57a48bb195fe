import { marketDigest } from '@pult/contract/market-digest'
import { nextDue } from '@pult/engine/time'

import type { Platform, Tx } from '../platform/index.ts'
import { digestFile } from './digest-file.ts'
import { mailable } from './digest-people.ts'
import { changePlan, createPlan, deletePlan, listPlans } from './digest-plan-store.ts'
import type { ZoneOf } from './post.routes.ts'
import { readDigest } from './read-digest.ts'
import { queueDigest, type DigestPorts, type DigestTimes } from './send-digest.ts'

const done = { done: true } as const

interface DigestRoutesOptions extends Omit<DigestPorts, 'publicUrl'> {
  readonly zoneOf: ZoneOf
  readonly timesIn: (timeZone: string) => DigestTimes
}

/** Serves digests and to whom they go. */
export function serveDigests(
  { http, live, settings }: Platform,
  { messages, members, zoneOf, timesIn }: DigestRoutesOptions,
): void {
  const publicUrl = settings.publicUrl ?? null
  const timesOf = async (tx: Tx, centerId: number): Promise<DigestTimes> => timesIn(await zoneOf(tx, centerId))
  http.serve(marketDigest.readDigest, ({ caller, params: { specialisationId }, query, readCenter }) =>
    readCenter(async (tx) => {
      const { today } = await timesOf(tx, caller.centerId)
      const withPosts = caller.may('editMarket')
      return readDigest(tx, caller.centerId, { specialisationId, today, withPosts, ...query })
    }),
  )
  http.serve(marketDigest.exportDigest, ({ caller, params: { specialisationId }, query, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { format, language, ...asked } = query
      const { today } = await timesOf(tx, caller.centerId)
      const withPosts = caller.may('editMarket')
      const digest = await readDigest(tx, caller.centerId, { specialisationId, today, withPosts, ...asked })
      const subject = `specialisation ${specialisationId}`
      await audit(tx, { act: 'market.digest.export', subject, detail: { format } })
      return digestFile(digest, { format, language, link: null })
    }),
  )
  http.serve(marketDigest.listDigests, ({ caller: { centerId }, readCenter }) =>
    readCenter(async (tx) => {
      const plans = []
      for (const { madeByName: _who, ...plan } of await listPlans(tx, centerId))
        plans.push({ ...plan, deliveries: await messages.about(tx, centerId, `digest ${plan.digestId}`) })
      const people = mailable(await members(tx, centerId)).map(({ userId, name, email }) => ({ userId, name, email }))
      return { plans, people, ways: await messages.ways(tx, centerId) }
    }),
  )
  http.serve(marketDigest.createDigest, ({ caller: { centerId, name }, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { timeZone, now } = await timesOf(tx, centerId)
      const made = { nextAt: nextDue(body, timeZone, now), madeByName: name }
      const digestId = await createPlan(tx, centerId, body, made)
      await audit(tx, { act: 'market.digest.create', subject: `digest ${digestId}`, detail: { ...body } })
      return { digestId }
    }),
  )
  http.serve(marketDigest.changeDigest, ({ caller: { centerId }, params: { digestId }, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { timeZone, now } = await timesOf(tx, centerId)
      await changePlan(tx, centerId, digestId, body, nextDue(body, timeZone, now))
      await audit(tx, { act: 'market.digest.change', subject: `digest ${digestId}`, detail: { ...body } })
      return done
    }),
  )
  http.serve(marketDigest.deleteDigest, ({ caller: { centerId }, params: { digestId }, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deletePlan(tx, centerId, digestId)
      await audit(tx, { act: 'market.digest.delete', subject: `digest ${digestId}` })
      return done
    }),
  )
  http.serve(marketDigest.sendDigest, async ({ caller: { centerId }, params: { digestId }, inCenter, audit }) => {
    const ids = await inCenter(async (tx) => {
      const times = await timesOf(tx, centerId)
      const queued = await queueDigest(tx, centerId, digestId, times, { messages, members, publicUrl })
      await audit(tx, { act: 'market.digest.send', subject: `digest ${digestId}`, detail: { messages: queued.length } })
      await live.announce(tx, { centerId, topic: 'messages' })
      return queued
    })
    await messages.dispatch(centerId, ids)
    return { messages: ids.length }
  })
}
