import { wallboards } from '@pult/contract/wallboards'

import { targetsOn, type TodayFlow } from '../measures/index.ts'
import type { Platform, Tx } from '../platform/index.ts'
import { boardQueues, changeBoard, createBoard, deleteBoard, listBoards, readScheme } from './board-store.ts'
import { makeLink, revokeLink } from './link-store.ts'
import { shownBoard } from './shown-board.ts'

const done = { done: true } as const

/** Serves the boards to those who are signed in: what there is, what each shows, and their links. */
export function serveWallboards(
  { http, live }: Pick<Platform, 'http' | 'live'>,
  { today, clock }: { readonly today: TodayFlow; readonly clock: () => number },
): void {
  /** What hangs on the wall follows at once, and goes dark at once. */
  const tellScreens = (tx: Tx, centerId: number): Promise<void> => live.announce(tx, { centerId, topic: 'wallboards' })

  http.serve(wallboards.listWallboards, ({ caller: { centerId }, readCenter }) =>
    readCenter(async (tx) => ({
      wallboards: await listBoards(tx, centerId),
      queues: await boardQueues(tx, centerId),
    })),
  )
  http.serve(wallboards.showWallboard, async ({ caller: { centerId }, params: { wallboardId }, readCenter }) => {
    const scheme = await readCenter((tx) => readScheme(tx, centerId, wallboardId))
    const day = await today.now(centerId)
    return shownBoard(scheme, { day, targets: await readCenter((tx) => targetsOn(tx, centerId, day.day)) })
  })
  http.serve(wallboards.previewWallboard, async ({ caller: { centerId }, body, readCenter }) => {
    const day = await today.now(centerId)
    return shownBoard(body, { day, targets: await readCenter((tx) => targetsOn(tx, centerId, day.day)) })
  })
  http.serve(wallboards.createWallboard, ({ caller: { centerId, name }, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const wallboardId = await createBoard(tx, centerId, body, name)
      await audit(tx, {
        act: 'wallboards.board.create',
        subject: `wallboard ${wallboardId}`,
        detail: { name: body.name },
      })
      return { wallboardId }
    }),
  )
  http.serve(
    wallboards.changeWallboard,
    ({ caller: { centerId, name: byName }, params: { wallboardId }, body, inCenter, audit }) =>
      inCenter(async (tx) => {
        await changeBoard(tx, centerId, wallboardId, { ...body, byName })
        const { name, showsNames } = body.scheme
        const detail = { name, showsNames }
        await audit(tx, { act: 'wallboards.board.change', subject: `wallboard ${wallboardId}`, detail })
        await tellScreens(tx, centerId)
        return done
      }),
  )
  http.serve(wallboards.deleteWallboard, ({ caller: { centerId }, params: { wallboardId }, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { name } = await readScheme(tx, centerId, wallboardId)
      await deleteBoard(tx, centerId, wallboardId)
      await audit(tx, { act: 'wallboards.board.delete', subject: `wallboard ${wallboardId}`, detail: { name } })
      await tellScreens(tx, centerId)
      return done
    }),
  )
  http.serve(
    wallboards.makeLink,
    ({ caller: { centerId, name: byName }, params: { wallboardId }, body: { lastDay }, inCenter, audit }) =>
      inCenter(async (tx) => {
        const { name } = await readScheme(tx, centerId, wallboardId)
        const token = await makeLink(tx, { centerId, wallboardId }, { lastDay, byName, now: clock() })
        const detail = { name, lastDay }
        await audit(tx, { act: 'wallboards.link.make', subject: `wallboard ${wallboardId}`, detail })
        await tellScreens(tx, centerId)
        return { token }
      }),
  )
  http.serve(wallboards.revokeLink, ({ caller: { centerId }, params: { wallboardId }, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { name } = await readScheme(tx, centerId, wallboardId)
      if (await revokeLink(tx, centerId, wallboardId))
        await audit(tx, { act: 'wallboards.link.revoke', subject: `wallboard ${wallboardId}`, detail: { name } })
      await tellScreens(tx, centerId)
      return done
    }),
  )
}
