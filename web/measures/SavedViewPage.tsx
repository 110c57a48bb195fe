import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'

import { viewRoutes } from '@pult/contract/measures-views'

import { useCenter } from '../platform/center.tsx'
import { useGo } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'

/** The address of a saved view: leads to the page in that state. */
export function SavedViewPage() {
  const { centerId } = useCenter()
  const { viewId } = useParams({ strict: false, select: (params): { viewId?: string } => params })
  const reply = useReply(viewRoutes.readView, { params: { centerId, viewId: Number(viewId) } })
  const go = useGo()
  const state = reply.data?.state
  const kept = typeof state?.['search'] === 'string' ? state['search'] : ''
  // The page tells when definitions have changed since, and can show those of then.
  const search = `${kept}${kept === '' ? '?' : '&'}saved=${reply.data?.changedAt ?? ''}`
  const isKnown = state !== undefined
  useEffect(() => {
    if (isKnown) go(paths.measures(centerId) + search, { replace: true })
    // oxlint-disable-next-line react/exhaustive-deps -- going is done once, when the view has come
  }, [isKnown, search])
  return <Reply reply={reply}>{() => null}</Reply>
}
