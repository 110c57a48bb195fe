import { z } from 'zod'

import { PayFiguresShape } from './market-words.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

/** A post of one's own centre, held beside the market. */
export const PostDraft = z
  .object({
    specialisationId: z.number().int().positive(),
    title: z.string().trim().min(1).max(150),
    people: z.number().int().min(1).max(100_000),
    /** Roubles a month, as the contract says it. */
    monthlyPay: z.number().positive().max(100_000_000),
    isGross: z.boolean(),
    skills: z.array(z.string().trim().min(1).max(100)).max(100).default([]),
  })
  .strict()
export type PostDraft = z.infer<typeof PostDraft>

/** How likely people of a post are to be lured away by pay: below the lower quarter, below the middle, above. */
export const payRisks = ['high', 'medium', 'low', 'unknown'] as const

export const Post = PostDraft.extend({
  postId: z.number(),
  netPay: z.number(),
  market: PayFiguresShape,
  /** The share of the market's pay that lies below this pay. */
  standing: z.number().nullable(),
  /** Pay against the market's median, less one. */
  gap: z.number().nullable(),
  risk: z.enum(payRisks),
  /** The market's twenty most named skills, and whether the post has each. */
  matrix: z.array(z.object({ name: z.string(), share: z.number(), has: z.boolean() })),
})
export type Post = z.infer<typeof Post>

const OfPost = CenterParams.extend({ postId: Id })
type OfPost = z.infer<typeof OfPost>
type Nothing = Record<string, never>

export interface MarketPostRoutes {
  readonly listPosts: Route<CenterParams, Nothing, Nothing, { posts: Post[] }>
  readonly createPost: Route<CenterParams, Nothing, PostDraft, { postId: number }>
  readonly changePost: Route<OfPost, Nothing, PostDraft, Done>
  readonly deletePost: Route<OfPost, Nothing, Nothing, Done>
}

export const marketPostRoutes: MarketPostRoutes = {
  listPosts: route('GET', '/centers/:centerId/market/posts', {
    summary: 'Posts of the centre beside the market: pay gap, risk, skills.',
    may: 'editMarket',
    params: CenterParams,
    reply: z.object({ posts: z.array(Post) }),
  }),
  createPost: route('POST', '/centers/:centerId/market/posts', {
    summary: 'Puts a post of the centre beside the market.',
    may: 'editMarket',
    params: CenterParams,
    body: PostDraft,
    reply: z.object({ postId: z.number() }),
  }),
  changePost: route('PUT', '/centers/:centerId/market/posts/:postId', {
    summary: 'Changes a post of the centre: people, pay, skills.',
    may: 'editMarket',
    params: OfPost,
    body: PostDraft,
    reply: Done,
  }),
  deletePost: route('DELETE', '/centers/:centerId/market/posts/:postId', {
    summary: 'Takes a post away from the market.',
    may: 'editMarket',
    params: OfPost,
    reply: Done,
  }),
}
