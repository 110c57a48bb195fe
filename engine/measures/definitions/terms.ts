import { term, type Term } from '../definition.ts'

/** A counter up to the service target's threshold. */
export const target = (counter: Term['counter'], times = 1): Term => ({ counter, times, within: 'target' })
/** A counter up to the threshold of short abandons. */
export const short = (counter: Term['counter'], times = 1): Term => ({ counter, times, within: 'short' })

/** Contacts whose fate is known: those still open are nobody's miss yet. */
export const settled: readonly Term[] = [term('answered'), term('abandoned'), term('flowedOut')]
