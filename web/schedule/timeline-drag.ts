import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'

import type { PlannedShift, RosterMember } from '@pult/contract/schedule-roster'

import type { DragDraft, Grip } from './drag-draft.ts'

export const HOUR_PX = 44
const CLICK_PX = 3

interface TimelineDragProps {
  /** The box in which rows scroll; each row names its agent in `data-agent`, each bar its shift in `data-shift`. */
  readonly box: RefObject<HTMLDivElement | null>
  readonly slotMinutes: number
  readonly members: readonly RosterMember[]
  readonly mayEdit: boolean
  /** Brings the row of a member into sight. */
  readonly showRow: (place: number) => void
  readonly onDraft: (draft: DragDraft | null) => void
  readonly onDrop: (draft: DragDraft) => void
  readonly onOpen: (shift: PlannedShift) => void
  readonly onFree: (shift: PlannedShift) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

interface TimelineDrag {
  /** A change that is being dragged and not yet made. */
  readonly draft: DragDraft | null
  readonly grab: (event: PointerEvent, shift: PlannedShift, grip: Grip) => void
  readonly press: (event: KeyboardEvent, shift: PlannedShift) => void
}

/** Drags shifts of a timeline by mouse, finger and keyboard. */
export function useTimelineDrag(props: TimelineDragProps): TimelineDrag {
  const { box, slotMinutes, members, mayEdit, showRow, onDraft, onDrop, onOpen, onFree, onUndo, onRedo } = props
  const [draft, setDraft] = useState<DragDraft | null>(null)
  const keepFocus = useKeptFocus(box)
  const show = (next: DragDraft | null): void => {
    setDraft(next)
    onDraft(next)
  }
  const grab = (event: PointerEvent, shift: PlannedShift, grip: Grip): void => {
    event.stopPropagation()
    if (!mayEdit || event.button !== 0) return
    let now: DragDraft = { shift, grip, byMinutes: 0, agentId: shift.agentId }
    let isMoved = false
    setDraft(now)
    followPointer({
      pointerId: event.pointerId,
      onMove: ({ clientX, clientY }) => {
        const pixels = clientX - event.clientX
        const agentId = grip.part === 'shift' ? (rowAt(box.current, clientY) ?? now.agentId) : now.agentId
        if (!isMoved && Math.abs(pixels) <= CLICK_PX && agentId === shift.agentId) return
        isMoved = true
        const byMinutes = Math.round(((pixels / HOUR_PX) * 60) / slotMinutes) * slotMinutes
        if (byMinutes === now.byMinutes && agentId === now.agentId) return
        now = { ...now, byMinutes, agentId }
        show(now)
      },
      onEnd: (isDropped) => {
        show(null)
        if (isMoved) swallowClick()
        if (!isDropped) return
        if (isMoved) onDrop(now)
        else onOpen(shift)
      },
    })
  }
  const press = (event: KeyboardEvent, shift: PlannedShift): void => {
    const act = mayEdit ? actOfKey(event, () => onFree(shift), onUndo, onRedo) : null
    if (act !== null) {
      event.preventDefault()
      act()
      return
    }
    if (!mayEdit || (event.key === 'Enter' && draft === null)) return
    const begun = draft ?? { shift, grip: { part: 'shift' }, byMinutes: 0, agentId: shift.agentId }
    const next = nextByKey(event, begun, slotMinutes, members)
    if (next === undefined) return
    event.preventDefault()
    keepFocus(shift.shiftId)
    if (next !== 'drop') {
      if (next !== null && next.agentId !== begun.agentId)
        showRow(members.findIndex(({ agentId }) => agentId === next.agentId))
      return show(next)
    }
    if (draft !== null) onDrop(draft)
    show(null)
  }
  return { draft, grab, press }
}

interface Followed {
  readonly pointerId: number
  readonly onMove: (event: globalThis.PointerEvent) => void
  /** False: the pointer was taken away. */
  readonly onEnd: (isDropped: boolean) => void
}

/** Follows a pointer over the whole window until it is let go: the bar under it may be drawn anew in another row meanwhile. */
function followPointer({ pointerId, onMove, onEnd }: Followed): void {
  const stop = new AbortController()
  const listen = (type: 'pointermove' | 'pointerup' | 'pointercancel', act: Followed['onMove']): void =>
    window.addEventListener(type, (event) => event.pointerId === pointerId && act(event), { signal: stop.signal })
  const end = (isDropped: boolean): void => {
    stop.abort()
    onEnd(isDropped)
  }
  listen('pointermove', onMove)
  listen('pointerup', () => end(true))
  listen('pointercancel', () => end(false))
}

/** What is let go over an empty place is dropped there and does not press it. */
function swallowClick(): void {
  const swallow = (event: MouseEvent): void => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
}

function rowAt(box: HTMLElement | null, clientY: number): number | undefined {
  const rows = [...(box?.querySelectorAll<HTMLElement>('[data-agent]') ?? [])]
  const row = rows.find((one) => {
    const { top, bottom } = one.getBoundingClientRect()
    return top <= clientY && clientY < bottom
  })
  return row === undefined ? undefined : Number(row.dataset['agent'])
}

/** Gives a bar that keys move the focus back when it is drawn anew in another row. */
function useKeptFocus(box: RefObject<HTMLDivElement | null>): (shiftId: number) => void {
  const kept = useRef<number | null>(null)
  useEffect(() => {
    if (kept.current === null || document.activeElement !== document.body) return
    box.current?.querySelector<HTMLElement>(`[data-shift="${kept.current}"]`)?.focus({ preventScroll: true })
  })
  return (shiftId) => {
    kept.current = shiftId
  }
}

function nextByKey(
  event: KeyboardEvent,
  now: DragDraft,
  slotMinutes: number,
  members: readonly RosterMember[],
): DragDraft | 'drop' | null | undefined {
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step = event.key === 'ArrowLeft' ? -slotMinutes : slotMinutes
      const grip: Grip = { part: event.shiftKey ? 'end' : 'shift' }
      return { ...now, grip, byMinutes: (now.grip.part === grip.part ? now.byMinutes : 0) + step }
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      if (!event.altKey) return undefined
      const place = members.findIndex(({ agentId }) => agentId === now.agentId)
      const agentId = members[place + (event.key === 'ArrowUp' ? -1 : 1)]?.agentId
      return agentId === undefined ? undefined : { ...now, grip: { part: 'shift' }, agentId }
    }
    case 'Escape':
      return null
    case 'Enter':
      return 'drop'
    default:
      return undefined
  }
}

function actOfKey(event: KeyboardEvent, free: () => void, undo: () => void, redo: () => void): (() => void) | null {
  if (event.key === 'Delete') return free
  if (!event.ctrlKey && !event.metaKey) return null
  if (event.code === 'KeyY') return redo
  if (event.code !== 'KeyZ') return null
  return event.shiftKey ? redo : undo
}
