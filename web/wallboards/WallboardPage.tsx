import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useRef } from 'react'

import { wallboards, type ShownBoard } from '@pult/contract/wallboards'

import { useCenter, useMay } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useText } from '../ui/language.tsx'
import { Page } from '../ui/Page.tsx'
import { Board } from './Board.tsx'
import { BoardTools } from './BoardTools.tsx'
import { useTone } from './use-tone.ts'
import { Spoken } from './WallPage.tsx'
import { wallboardsText } from './wallboards-text.ts'
import classes from './board.module.css'

const EVERY_MS = 5000
const PACE_MS = 1000

/** A board as somebody sees it who is signed in. */
export function WallboardPage() {
  const t = useText(wallboardsText)
  const { wallboardId = '' } = useParams({ strict: false, select: (params): { wallboardId?: string } => params })
  const { centerId } = useCenter()
  const mayEdit = useMay('editWallboards')
  const id = Number(wallboardId)
  const reply = useReply(
    wallboards.showWallboard,
    { params: { centerId, wallboardId: id } },
    { everyMs: EVERY_MS, live: ['contacts', 'agents', 'measures', 'wallboards'], paceMs: PACE_MS },
  )
  return (
    <Page
      title={reply.data?.name ?? t('wallboards')}
      breadcrumbs={[
        <Link key="all" to={paths.wallboards(centerId)}>
          {t('wallboards')}
        </Link>,
      ]}
      actions={
        mayEdit && (
          <Button component={Link} variant="default" to={paths.editWallboard(centerId, id)}>
            {t('change')}
          </Button>
        )
      }
    >
      <Reply reply={reply}>
        {(board) => <Framed board={board} lostSince={reply.isError ? reply.dataUpdatedAt : null} />}
      </Reply>
    </Page>
  )
}

function Framed({ board, lostSince }: { readonly board: ShownBoard; readonly lostSince: number | null }) {
  const frame = useRef<HTMLDivElement>(null)
  const sound = useTone(board)
  return (
    <div className={classes['frame']} ref={frame}>
      <Spoken board={board}>
        <Board board={board} isInside lostSince={lostSince} tools={<BoardTools sound={sound} screen={frame} />} />
      </Spoken>
    </div>
  )
}
