import { Alert, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'

import { schedule } from '@pult/contract/schedule'
import type { LawViolation, Roster } from '@pult/contract/schedule-roster'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { LoadingState } from '../ui/LoadingState.tsx'
import { useFormats, useSaid, useText } from '../ui/language.tsx'
import { lawText } from './law-text.ts'

interface PublishDialogProps {
  readonly roster: Roster
  readonly onClose: () => void
}

/** Publishes a roster; every blocking rule that stays broken needs a reason, and the reason stays with a name. */
export function PublishDialog({ roster, onClose }: PublishDialogProps) {
  const t = useText(lawText)
  const { centerId } = useCenter()
  const params = { centerId, rosterId: roster.rosterId }
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map())
  const publish = useAct(schedule.publishRoster, { problem: 'self', onDone: onClose })
  const found = useReply(schedule.readViolations, { params }, { freshMs: 0 })
  const blocking = found.data?.violations.filter(({ severity }) => severity === 'block') ?? []
  const reasonOf = (one: LawViolation): string => reasons.get(one.key) ?? one.decision?.reason ?? ''
  const missing = blocking.filter((one) => reasonOf(one).trim() === '').length
  return (
    <SaveDialog
      title={t('publishTitle', { name: roster.name })}
      act={t('publish')}
      size="lg"
      saving={publish}
      problem={missing > 0 ? t('reasonsMissing', { count: missing }) : null}
      onClose={onClose}
      onSave={() => {
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
            <Stack gap="sm">
              {blocking.map((one) => (
                <Decision
                  key={one.key}
                  violation={one}
                  reason={reasonOf(one)}
                  onChange={(reason) => setReasons(new Map(reasons).set(one.key, reason))}
                />
              ))}
            </Stack>
          </Alert>
        )
      )}
    </SaveDialog>
  )
}

interface DecisionProps {
  readonly violation: LawViolation
  readonly reason: string
  readonly onChange: (reason: string) => void
}

function Decision({ violation, reason, onChange }: DecisionProps) {
  const t = useText(lawText)
  const formats = useFormats()
  const said = useSaid()
  return (
    <Textarea
      label={`${violation.agentName ?? t('wholeRoster')}, ${formats.longDate(violation.day)}: ${said(violation.sentence)}`}
      description={violation.article}
      placeholder={t('reasonPlaceholder')}
      required
      maxLength={1000}
      autosize
      minRows={1}
      value={reason}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
