import { MINUTE_MS } from '../time/index.ts'
import { isVoice, isLineOpen, type Desk, type Floor, type Leg } from './floor.ts'

const TALK_VARIATION = 0.75
const WRAP_VARIATION = 0.8
const WRONG_NUMBER_SHARE = 0.012
const AGENT_HANGS_UP_SHARE = 0.22
const MISDIRECTED_SHARE = 0.2
const SLOWER_PER_EXTRA_CHAT = 0.12
/** The threshold above which the agent with the cliff believes a call counts against her. */
export const CLIFF_MS = 300_000

/** Decides at the answer how the conversation will go: length, holds, who hangs up, where it is passed on, the work after it. */
export function drawConversation(floor: Floor, leg: Leg, desk: Desk, now: number): void {
  const { random } = floor
  const { nature } = leg.line
  const pace = desk.pace * (desk.chats > 1 ? 1 + SLOWER_PER_EXTRA_CHAT * (desk.chats - 1) : 1)
  const draw = (seconds: number, variation: number): number =>
    Math.round(1000 * pace * random.lognormal(seconds, seconds * variation))
  let talkMs = Math.max(2000, draw(nature.talkSeconds, TALK_VARIATION))
  leg.hungUpBy = random.chance(AGENT_HANGS_UP_SHARE) ? 'agent' : 'customer'
  leg.wrapMs = draw(nature.acwSeconds, WRAP_VARIATION)
  if (isVoice(leg.line) && random.chance(WRONG_NUMBER_SHARE)) talkMs = random.integer(2000, 11_000)
  else if (isVoice(leg.line) && !leg.outbound && random.chance(nature.transferShare))
    talkMs = passOn(floor, leg, now, talkMs)
  if (random.chance(nature.holdShare) && talkMs > 30_000) {
    leg.holds = 1 + random.poisson(0.3)
    for (let hold = 0; hold < leg.holds; hold++) leg.holdMs += Math.round(4000 + random.exponential(38_000))
  }
  leg.talkEndsAt = now + talkMs + leg.holdMs
  if (isVoice(leg.line) && !leg.outbound) playTheSystem(floor, leg, desk, now)
}

/** A transfer comes half way through; one in five goes to the wrong place. Returns the shorter talk. */
function passOn(floor: Floor, leg: Leg, now: number, talkMs: number): number {
  const { random } = floor
  const voiceLines = floor.lines.filter((line) => isVoice(line) && line !== leg.line)
  const target = random.chance(MISDIRECTED_SHARE)
    ? random.pick(voiceLines)
    : floor.lineByCode.get(leg.line.nature.transferTo)
  if (target === undefined || leg.legNumber > 2 || !isLineOpen(target, now + talkMs)) return talkMs
  leg.transferTo = target
  leg.hungUpBy = null
  return Math.max(8000, Math.round(talkMs * 0.5))
}

/** What the cheats do to a call; see `CheatKind`. */
function playTheSystem(floor: Floor, leg: Leg, desk: Desk, now: number): void {
  const { random } = floor
  const talkMs = leg.talkEndsAt - now
  switch (desk.agent.habits.cheat) {
    case 'quickHangUp':
      if (random.chance(0.2)) cut(leg, now, random.integer(1000, 9000))
      return
    case 'ahtCliff':
      if (talkMs > CLIFF_MS && random.chance(0.9)) {
        cut(leg, now, random.integer(CLIFF_MS - 17_000, CLIFF_MS))
        const target = floor.lineByCode.get(leg.line.nature.transferTo)
        if (target !== undefined && random.chance(0.5) && isLineOpen(target, now + CLIFF_MS)) {
          leg.transferTo = target
          leg.hungUpBy = null
        }
      }
      return
    case 'acwPadding': {
      const leftMs = desk.shift.scheduledEnd - leg.talkEndsAt
      if (leftMs > 0 && leftMs < 30 * MINUTE_MS && random.chance(0.8)) leg.wrapMs = Math.max(leg.wrapMs, leftMs)
      return
    }
    case 'pauseFlip':
    case 'ghostCalls':
    case 'ringDodge':
    case undefined:
      return
  }
}

function cut(leg: Leg, now: number, talkMs: number): void {
  leg.talkEndsAt = now + talkMs
  leg.holdMs = 0
  leg.holds = 0
  leg.hungUpBy = 'agent'
  leg.transferTo = null
}
