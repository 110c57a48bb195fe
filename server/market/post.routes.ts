import { market } from '@pult/contract/market'

import type { Platform, Tx } from '../platform/index.ts'
import { changePost, createPost, deletePost, listPosts } from './post-store.ts'

export type ZoneOf = (tx: Tx, centerId: number) => Promise<string>

const done = { done: true } as const

/** Serves posts of the centre beside the market. */
export function servePosts({ http }: Platform, today: (centerTimeZone: string) => string, zoneOf: ZoneOf): void {
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
  http.serve(market.changePost, ({ caller: { centerId }, params: { postId }, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await changePost(tx, centerId, postId, body)
      await audit(tx, { act: 'market.post.change', subject: `post ${postId}`, detail: { title: body.title } })
      return done
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
