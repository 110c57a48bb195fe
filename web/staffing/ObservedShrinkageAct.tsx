import { Button, Text } from '@mantine/core'
import { useState } from 'react'

import type { Shrinkage } from '@pult/contract/staffing'
import { staffingHabits, type ObservedShrinkage } from '@pult/contract/staffing-habits'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { habitsText } from './habits-text.ts'

interface ObservedShrinkageActProps {
  readonly onTake: (seen: readonly ObservedShrinkage[]) => void
}

/** Takes the kinds that the log shows, hour by hour, in place of those of the same name. */
export function ObservedShrinkageAct({ onTake }: ObservedShrinkageActProps) {
  const t = useText(habitsText)
  const [isAsked, setAsked] = useState(false)
  if (isAsked) return <Observed onTake={onTake} />
  return (
    <Button variant="subtle" onClick={() => setAsked(true)}>
      {t('observed')}
    </Button>
  )
}

function Observed({ onTake }: ObservedShrinkageActProps) {
  const t = useText(habitsText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const reply = useReply(staffingHabits.observeShrinkage, { params: { centerId } })
  return (
    <Reply reply={reply}>
      {({ kinds: told, signedInHours }) => {
        const kinds = told.map((one) => ({ ...one, kind: isState(one.kind) ? t(`state_${one.kind}`) : one.kind }))
        return kinds.length === 0 ? (
          <Text size="sm">{t('observedNone')}</Text>
        ) : (
          <>
            <Text size="sm" c="dimmed">
              {t('observedHint', { hours: formats.number(signedInHours, 0) })}
            </Text>
            {kinds.map(({ kind, share }) => (
              <Text key={kind} size="sm">
                {kind}: {formats.percent(share, 1)}
              </Text>
            ))}
            <Button variant="light" onClick={() => onTake(kinds)}>
              {t('observed')}
            </Button>
          </>
        )
      }}
    </Reply>
  )
}

/** What was told without a reason has the name of the state. */
const isState = (kind: string): kind is 'pause' | 'training' | 'offQueue' =>
  kind === 'pause' || kind === 'training' || kind === 'offQueue'

// What differs less from the whole than this is the same share.
const ALIKE = 0.005

export function withObserved(kinds: readonly Shrinkage[], seen: readonly ObservedShrinkage[]): Shrinkage[] {
  const names = new Set(seen.map(({ kind }) => kind))
  return [
    ...kinds.filter(({ kind }) => kind !== '' && !names.has(kind)),
    ...seen.map(({ kind, planned, paid, share, hours }) => ({
      kind,
      planned,
      paid,
      share: rounded(share),
      hours: hours
        .filter((one) => Math.abs(one.share - share) >= ALIKE)
        .map((one) => ({ ...one, share: Math.min(0.99, rounded(one.share)) })),
    })),
  ]
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000
