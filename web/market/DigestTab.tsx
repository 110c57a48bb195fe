import { Alert, Button, Group, Menu, Select, Stack, Text } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'

import { market } from '@pult/contract/market'
import { digestFormats, marketDigest, type MarketDigest } from '@pult/contract/market-digest'

import { useCenter, useMay } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { Reply, useWordsOf } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { tell } from '../ui/tell.ts'
import { DigestFigures } from './DigestFigures.tsx'
import { DigestGaps, DigestMoves, DigestTop } from './DigestTables.tsx'
import { DigestPlans } from './DigestPlans.tsx'
import { digestText } from './digest-text.ts'
import { LIVE } from './live-market.ts'
import { marketView } from './market-view.ts'
import type { TabProps } from './tab-props.ts'

/** What changed since a snapshot by more than chance, and to whom that is sent. */
export function DigestTab({ chosen: { specialisationId } }: TabProps) {
  const { centerId } = useCenter()
  const mayEdit = useMay('editMarket')
  const [{ since }] = useView(marketView)
  const params = { centerId, specialisationId }
  const query = /^\d{4}-\d{2}-\d{2}$/.test(since) ? { since } : {}
  const reply = useReply(marketDigest.readDigest, { params, query }, { live: LIVE, keepFormer: true })
  return (
    <>
      <Reply reply={reply}>
        {(digest) => (
          <>
            <Tools specialisationId={specialisationId} query={query} digest={digest} />
            <Told digest={digest} />
          </>
        )}
      </Reply>
      {mayEdit && <DigestPlans specialisationId={specialisationId} />}
    </>
  )
}

interface ToolsProps {
  readonly specialisationId: number
  readonly query: { readonly since?: string }
  readonly digest: MarketDigest
}

/** With which snapshot it is compared; printing and files. */
function Tools({ specialisationId, query, digest }: ToolsProps) {
  const t = useText(digestText)
  const formats = useFormats()
  const language = useLanguage()
  const words = useWordsOf()
  const { centerId } = useCenter()
  const [, setView] = useView(marketView)
  const params = { centerId, specialisationId }
  const snapshots = useReply(market.listSnapshots, { params }, { live: LIVE }).data?.snapshots ?? []
  const done = snapshots.filter(({ status, takenOn }) => status === 'done' && takenOn < (digest.now?.takenOn ?? ''))
  const days = [...new Set(done.map(({ takenOn }) => takenOn))]
  const take = (format: (typeof digestFormats)[number]): void => {
    download(marketDigest.exportDigest, { params, query: { ...query, format, language } }).catch((error: unknown) =>
      tell({ kind: 'bad', words: words(error) }),
    )
  }
  return (
    <Group mb="md" gap="sm" align="flex-end" className="no-print">
      <Select
        label={t('since')}
        placeholder={t('former')}
        clearable
        w={260}
        maw="100%"
        value={query.since ?? null}
        onChange={(value) => setView({ since: value ?? '' })}
        data={days.map((value) => ({ value, label: formats.date(value) }))}
      />
      <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
        {t('print')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={16} />}>
            {t('export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {digestFormats.map((format) => (
            <Menu.Item key={format} onClick={() => take(format)}>
              {t(format)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}

function Told({ digest }: { readonly digest: MarketDigest }) {
  const t = useText(digestText)
  const formats = useFormats()
  const { now, former, doubts, isQuiet } = digest
  if (now === null || former === null) return <EmptyState title={t('noFormer')}>{t('noFormerHint')}</EmptyState>
  return (
    <Stack gap="md" mb="md">
      <Text fw={600}>{t('told', { now: formats.date(now.takenOn), former: formats.date(former.takenOn) })}</Text>
      {isQuiet && <Alert color="gray">{t('quiet')}</Alert>}
      {doubts.map((doubt) => (
        <Alert key={doubt} color="brass">
          {t(doubt)}
        </Alert>
      ))}
      <Section>
        <DigestFigures digest={digest} />
      </Section>
      <DigestMoves skills={digest.skills} />
      <DigestTop skills={digest.skills} />
      {digest.posts !== null && digest.posts.length > 0 && <DigestGaps posts={digest.posts} />}
    </Stack>
  )
}
