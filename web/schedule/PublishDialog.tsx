import { Alert, Stack, Text } from '@mantine/core'
import { useState } from 'react'

import { schedule } from '@pult/contract/schedule'
import type { LawViolation, Roster } from '@pult/contract/schedule-roster'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { LoadingState } from '../ui/LoadingState.tsx'
import { useSaid, useText } from '../ui/language.tsx'
import { DecisionGroup } from './DecisionGroup.tsx'
import { lawGroups } from './law-groups.ts'
import { lawText } from './law-text.ts'

interface PublishDialogProps {
  readonly roster: Roster
  readonly onClose: () => void
}

/** Publishes a roster; every blocking rule that stays broken needs a reason, and the reason stays with a name. */
export function PublishDialog({ roster, onClose }: PublishDialogProps) {
  const t = useText(lawText)
  const said = useSaid()
  const { centerId } = useCenter()
  const params = { centerId, rosterId: roster.rosterId }
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map())
  const [isTried, setTried] = useState(false)
  const publish = useAct(schedule.publishRoster, { problem: 'self', onDone: onClose })
  const found = useReply(schedule.readViolations, { params }, { freshMs: 0 })
  const blocking = found.data?.violations.filter(({ severity }) => severity === 'block') ?? []
  // Warnings about single people stand under Law; one of the roster as a whole is said here too.
  const ofRoster =
    found.data?.violations.filter(({ agentId, severity }) => agentId === null && severity === 'warn') ?? []
  const reasonOf = (one: LawViolation): string => reasons.get(one.key) ?? one.decision?.reason ?? ''
  const missing = blocking.filter((one) => reasonOf(one).trim() === '').length
  const give = (ones: readonly LawViolation[], reason: string): void =>
    setReasons(new Map([...reasons, ...ones.map(({ key }) => [key, reason] as const)]))
  return (
    <SaveDialog
      title={t('publishTitle', { name: roster.name })}
      act={t('publish')}
      size="lg"
      saving={publish}
      problem={isTried && missing > 0 ? t('reasonsMissing', { count: missing }) : null}
      onClose={onClose}
      onSave={() => {
        setTried(true)
        if (missing > 0 || found.data === undefined) return
        const decisions = blocking.map((one) => ({ key: one.key, reason: reasonOf(one).trim() }))
        publish.mutate({ params, body: { version: roster.version, decisions } })
      }}
    >
      <Text size="sm">{t('publishHint')}</Text>
      {found.data === undefined ? (
        <LoadingState height={60} />
      ) : (
        blocking.length > 0 && (
          <Alert color="brick" title={t('blockingTitle', { count: blocking.length })}>
            <Stack gap="md">
              {lawGroups(blocking, 'rule').map((group) => (
                <DecisionGroup key={group.key} group={group} reasonOf={reasonOf} onReason={give} />
              ))}
            </Stack>
          </Alert>
        )
      )}
      {ofRoster.map(({ key, article, sentence }) => (
        <Alert key={key} color="brass" title={`${t('wholeRoster')} (${article})`}>
          {said(sentence)}
        </Alert>
      ))}
    </SaveDialog>
  )
}
