import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'

import { market } from '@pult/contract/market'
import type { SourceState } from '@pult/contract/market-words'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { ProgressPanel } from '../ui/ProgressPanel.tsx'
import { useGaveWords } from './gave-words.ts'
import { HhAccessDialog } from './HhAccessDialog.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { LIVE } from './live-market.ts'
import { marketText } from './market-text.ts'
import { Snapshots } from './Snapshots.tsx'
import { sourceText } from './source-text.ts'
import type { TabProps } from './tab-props.ts'

/** Where vacancies come from, how it went, and the snapshots there are. */
export function SourcesTab({ market: { sources }, chosen }: TabProps) {
  const t = useText(sourceText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editMarket')
  const [isImporting, setImporting] = useState(false)
  const { specialisationId } = chosen
  const params = { centerId, specialisationId }
  const reply = useReply(market.listSnapshots, { params }, { live: LIVE, keepFormer: true })
  const cancel = useAct(market.cancelSnapshot, { touches: [market.listSnapshots] })
  const gave = useGaveWords()
  const running = reply.data?.snapshots.find(({ status }) => status === 'waiting' || status === 'running')
  return (
    <Stack gap="md">
      {running !== undefined && (
        <ProgressPanel
          title={t('refreshing', { name: chosen.name })}
          fraction={running.progress}
          detail={running.counts.map(gave).join(' · ')}
          {...(mayEdit
            ? { onCancel: () => cancel.mutate({ params: { centerId, snapshotId: running.snapshotId } }) }
            : {})}
        />
      )}
      <Section
        title={t('sourcesTitle')}
        actions={
          mayEdit && (
            <Acts
              specialisationId={specialisationId}
              isRunning={running !== undefined}
              onFile={() => setImporting(true)}
            />
          )
        }
      >
        <Stack gap="lg">
          <Text size="sm" maw={880}>
            {t('filesHow')}
          </Text>
          {sources.map((source) => (
            <Source key={source.kind} source={source} mayEdit={mayEdit} />
          ))}
        </Stack>
      </Section>
      <Section title={t('snapshotsTitle')}>
        <Reply reply={reply}>{({ snapshots }) => <Snapshots snapshots={snapshots} mayEdit={mayEdit} />}</Reply>
      </Section>
      {isImporting && (
        <ImportDialog
          specialisationId={specialisationId}
          snapshots={reply.data?.snapshots ?? []}
          onClose={() => setImporting(false)}
        />
      )}
    </Stack>
  )
}

interface ActsProps {
  readonly specialisationId: number
  readonly isRunning: boolean
  readonly onFile: () => void
}

function Acts({ specialisationId, isRunning, onFile }: ActsProps) {
  const t = useText(sourceText)
  const { centerId } = useCenter()
  const refresh = useAct(market.refresh, { touches: [market.listSnapshots] })
  const params = { centerId, specialisationId }
  return (
    <Group gap="sm">
      <Button variant="default" onClick={onFile}>
        {t('takeFile')}
      </Button>
      <Button disabled={isRunning} loading={refresh.isPending} onClick={() => refresh.mutate({ params })}>
        {t('refreshNow')}
      </Button>
    </Group>
  )
}

interface SourceProps {
  readonly source: SourceState
  readonly mayEdit: boolean
}

function Source({ source: { kind, isOn, hasSecret, userAgent, checkedAt, problem }, mayEdit }: SourceProps) {
  const t = useText(sourceText)
  const said = useText(marketText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [isGiving, setGiving] = useState(false)
  const touches = [market.readMarket]
  const switchHh = useAct(market.setHhAccess, { touches })
  const switchOther = useAct(market.setTrudvsem, { touches })
  const forget = useAct(market.forgetHhSecret, { touches })
  const body = { isOn: !isOn }
  const health = checkedAt === null ? t('neverAsked') : t('checked', { when: formats.dateTime(checkedAt) })
  return (
    <Stack gap={6} component="article" aria-label={said(`source_${kind}`)}>
      <Group gap="sm">
        <Text fw={600}>{said(`source_${kind}`)}</Text>
        <Badge variant="light" tt="none" color={problem !== null ? 'brick' : isOn ? 'pine' : 'gray'}>
          {t(isOn ? 'on' : 'off')}
        </Badge>
        <Text size="sm" c="dimmed">
          {health}
          {kind === 'hh' && ` · ${t(hasSecret ? 'secretKept' : 'noSecret')}`}
        </Text>
      </Group>
      {problem !== null && (
        <Text size="sm" c="var(--mantine-color-error)">
          {t(`problem_${problem}`)}
        </Text>
      )}
      <Text size="sm" c="dimmed" maw={880}>
        {t(kind === 'hh' ? 'hhHow' : 'trudvsemHow')}
      </Text>
      {mayEdit && (
        <Group gap="xs">
          {kind === 'hh' && (
            <Button variant="default" size="xs" onClick={() => setGiving(true)}>
              {t('giveToken')}
            </Button>
          )}
          {(kind !== 'hh' || hasSecret) && (
            <Button
              variant="default"
              size="xs"
              onClick={() => (kind === 'hh' ? switchHh : switchOther).mutate({ params: { centerId }, body })}
            >
              {t(isOn ? 'switchOff' : 'switchOn')}
            </Button>
          )}
          {kind === 'hh' && hasSecret && (
            <Button variant="subtle" color="gray" size="xs" onClick={() => forget.mutate({ params: { centerId } })}>
              {t('forget')}
            </Button>
          )}
        </Group>
      )}
      {isGiving && <HhAccessDialog userAgent={userAgent} onClose={() => setGiving(false)} />}
    </Stack>
  )
}
