import { expect, it } from 'vitest'

import { registry, stamp, type MeasureDefinition } from './index.ts'

// A report reprints the same for as long as its definitions do. Whoever wants another formula adds a version, and its line here;
// no line is ever changed.

const published = `
offered@1: offered [count, offered, contacts]
answered@1: answered [count, offered, contacts]
abandoned@1: abandoned [count, offered, contacts]
flowedOut@1: flowedOut [count, offered, contacts]
callbackRequested@1: callbackRequested [count, offered, contacts]
stillOpen@1: stillOpen [count, offered, contacts]
answeredInInterval@1: answeredInInterval [count, answered, contacts]
handledInInterval@1: handledInInterval [count, ended, contacts]
serviceLevelNeutral@1: answeredWithin(target) ÷ answered + abandoned + flowedOut − abandonedWithin(target) − flowedOutWithin(target) [share, offered, fraction]
serviceLevelStrict@1: answeredWithin(target) ÷ answered + abandoned + flowedOut [share, offered, fraction]
serviceLevelAnswered@1: answeredWithin(target) ÷ answered [share, offered, fraction]
serviceLevelPositive@1: answeredWithin(target) + abandonedWithin(target) ÷ answered + abandoned + flowedOut [share, offered, fraction]
serviceLevelShortCredit@1: answeredWithin(target) + abandonedWithin(short) ÷ answered + abandoned + flowedOut [share, offered, fraction]
serviceLevelShortExcluded@1: answeredWithin(target) ÷ answered + abandoned + flowedOut − abandonedWithin(short) [share, offered, fraction]
serviceLevelWithoutFlowOuts@1: answeredWithin(target) ÷ answered + abandoned [share, offered, fraction]
serviceLevelCallback@1: answeredWithin(target) + abandonedWithin(target) + callbackWithin(target) ÷ answered + abandoned + flowedOut [share, offered, fraction]
answerRate@1: answered ÷ answered + abandoned + flowedOut [share, offered, fraction]
abandonRate@1: abandoned ÷ answered + abandoned + flowedOut [share, offered, fraction]
abandonedWithin@1: abandonedWithin(target) [count, offered, contacts]
abandonedWithinRate@1: abandonedWithin(target) ÷ answered + abandoned + flowedOut [share, offered, fraction]
netAbandonRate@1: abandoned − abandonedWithin(short) ÷ answered + abandoned + flowedOut − abandonedWithin(short) [share, offered, fraction]
flowOutRate@1: flowedOut ÷ answered + abandoned + flowedOut [share, offered, fraction]
asaSeconds@1: waitAnsweredMs ÷ answered [mean, offered, seconds]
meanAbandonSeconds@1: waitAbandonedMs ÷ abandoned [mean, offered, seconds]
meanWaitSeconds@1: waitAnsweredMs + waitAbandonedMs + waitFlowedOutMs ÷ answered + abandoned + flowedOut [mean, offered, seconds]
longestWaitSeconds@1: longestWaitMs [max, offered, seconds]
waitP50Seconds@1: answeredWithin ÷ answered [percentile, offered, seconds]
waitP90Seconds@1: answeredWithin ÷ answered [percentile, offered, seconds]
handled@1: handled [count, offered, contacts]
ahtSeconds@1: talkMs + holdMs + acwMs ÷ handled [mean, offered, seconds]
meanTalkSeconds@1: talkMs ÷ handled [mean, offered, seconds]
meanHoldSeconds@1: holdMs ÷ handled [mean, offered, seconds]
meanHoldOfHeldSeconds@1: holdMs ÷ held [mean, offered, seconds]
meanAcwSeconds@1: acwMs ÷ handled [mean, offered, seconds]
acwShare@1: acwMs ÷ talkMs + holdMs + acwMs [share, offered, fraction]
activeTalkShare@1: talkMs ÷ talkMs + holdMs + acwMs [share, offered, fraction]
transferRate@1: transferredOut ÷ handled [share, offered, fraction]
agentHungUpFirstRate@1: hungUpByAgent ÷ handled [share, offered, fraction]
agentNoAnswerRate@1: agentNoAnswers ÷ agentNoAnswers + answered [share, offered, fraction]
agentAnswerRate@1: answered ÷ agentNoAnswers + answered [share, offered, fraction]
fcrByRecall@1:  [recall, offered, fraction]
retryRate@1:  [recall, offered, fraction]
occupancy@1: handlingMs ÷ sessionMs − pauseMs − trainingMs − offQueueMs − ringingMs [share, time, fraction]
utilization@1: handlingMs + trainingMs + offQueueMs ÷ sessionMs − unpaidPauseMs [share, time, fraction]
occupancyOfSession@1: handlingMs ÷ sessionMs − pauseMs [share, time, fraction]
availability@1: sessionMs − pauseMs − trainingMs − offQueueMs ÷ sessionMs − unpaidPauseMs [share, time, fraction]
shrinkageSignedIn@1: pauseMs − unpaidPauseMs + trainingMs + offQueueMs ÷ sessionMs − unpaidPauseMs [share, time, fraction]
pauseShare@1: pauseMs ÷ sessionMs [share, time, fraction]
concurrency@1: contactMs ÷ handlingMs + signedOutMs [ratio, time, times]
contactsPerHour@1: answered + outboundReached ÷ 2.7777777777777776e-7·sessionMs − 2.7777777777777776e-7·pauseMs [ratio, offered, times]
signedInSeconds@1: sessionMs [count, time, seconds]
handlingSignedOutSeconds@1: signedOutMs [count, time, seconds]
handlingSeconds@1: handlingMs [count, time, seconds]
idleSeconds@1: sessionMs − pauseMs − trainingMs − offQueueMs − ringingMs − handlingMs [count, time, seconds]
ringingSeconds@1: ringingMs [count, time, seconds]
pauseSeconds@1: pauseMs [count, time, seconds]
unpaidPauseSeconds@1: unpaidPauseMs [count, time, seconds]
trainingSeconds@1: trainingMs [count, time, seconds]
offQueueSeconds@1: offQueueMs [count, time, seconds]
paidSignedInSeconds@1: sessionMs − unpaidPauseMs [count, time, seconds]
shortAbandoned@1: abandonedWithin(short) [count, offered, contacts]
transferredOut@1: transferredOut [count, offered, contacts]
agentNoAnswers@1: agentNoAnswers [count, offered, times]
outboundReached@1: outboundReached [count, offered, contacts]
outboundAttempts@1: outboundAttempts [count, offered, contacts]
outboundReachRate@1: outboundReached ÷ outboundAttempts [share, offered, fraction]
ahtOutboundSeconds@1: outboundHandleMs ÷ outboundReached [mean, offered, seconds]
`

const side = (terms: MeasureDefinition['numerator']): string =>
  terms
    .map(({ counter, times = 1, within }) => {
      const many = Math.abs(times) === 1 ? '' : `${Math.abs(times)}·`
      return `${times < 0 ? '−' : '+'} ${many}${counter}${within === undefined ? '' : `(${within})`}`
    })
    .join(' ')
    .replace(/^\+ /, '')

function lineOf(definition: MeasureDefinition): string {
  const { numerator, denominator, kind, attribution, unit } = definition
  const below = denominator.length === 0 ? '' : ` ÷ ${side(denominator)}`
  return `${stamp(definition)}: ${side(numerator)}${below} [${kind}, ${attribution}, ${unit}]`
}

it('a published definition keeps its formula to the letter', () => {
  expect(registry.all.map(lineOf).toSorted()).toEqual(published.trim().split('\n').toSorted())
})
