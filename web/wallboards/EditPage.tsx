import { useParams } from '@tanstack/react-router'

import { wallboards } from '@pult/contract/wallboards'

import { useCenter } from '../platform/center.tsx'
import { NoPage } from '../platform/Screens.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { Editor } from './Editor.tsx'

/** A board being changed. */
export function EditPage() {
  const { wallboardId = '' } = useParams({ strict: false, select: (params): { wallboardId?: string } => params })
  const { centerId } = useCenter()
  const reply = useReply(wallboards.listWallboards, { params: { centerId } })
  return (
    <Reply reply={reply}>
      {(known) => {
        const board = known.wallboards.find((one) => one.wallboardId === Number(wallboardId))
        // Another version is another beginning: what was saved elsewhere is not mixed with what stands here.
        return board === undefined ? (
          <NoPage />
        ) : (
          <Editor key={`${board.wallboardId} ${board.version}`} board={board} queues={known.queues} />
        )
      }}
    </Reply>
  )
}
