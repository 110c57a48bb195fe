import { Alert, Button, Select, Stack, Tabs } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'

import { market, type Market, type Specialisation } from '@pult/contract/market'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useText } from '../ui/language.tsx'
import { Page } from '../ui/Page.tsx'
import { CompareTab } from './CompareTab.tsx'
import { DigestTab } from './DigestTab.tsx'
import { LIVE } from './live-market.ts'
import { marketText } from './market-text.ts'
import { marketTabs, marketView, type MarketTab } from './market-view.ts'
import classes from './market.module.css'
import { PayTab } from './PayTab.tsx'
import { PostsTab } from './PostsTab.tsx'
import { SkillsTab } from './SkillsTab.tsx'
import { SourcesTab } from './SourcesTab.tsx'
import { SpecialisationDialog } from './SpecialisationDialog.tsx'
import { SynonymsTab } from './SynonymsTab.tsx'
import type { TabProps } from './tab-props.ts'
import { TrendTab } from './TrendTab.tsx'
import { VacanciesTab } from './VacanciesTab.tsx'

/** What the labour market asks for and pays. */
export function MarketPage() {
  const t = useText(marketText)
  const { centerId, centerName } = useCenter()
  const [view, setView] = useView(marketView)
  const [dialog, setDialog] = useState<'new' | 'change' | null>(null)
  const reply = useReply(market.readMarket, { params: { centerId } }, { live: LIVE })
  const mayEdit = useMay('editMarket')
  const all = reply.data?.specialisations ?? []
  const chosen = all.find(({ specialisationId }) => specialisationId === view.of) ?? all[0]
  const make = mayEdit && <Button onClick={() => setDialog('new')}>{t('make')}</Button>
  return (
    <Page
      title={t('market')}
      subtitle={t('hint')}
      printHeader={centerName}
      actions={make}
      toolbar={chosen !== undefined && <Choice all={all} chosen={chosen} onChange={() => setDialog('change')} />}
    >
      <Reply reply={reply}>
        {(data) =>
          chosen === undefined ? (
            <EmptyState title={t('none')} actions={make}>
              {t('noneHint')}
            </EmptyState>
          ) : (
            <Desk market={data} chosen={chosen} tab={view.tab} onTab={(tab) => setView({ tab })} />
          )
        }
      </Reply>
      {dialog !== null && (
        <SpecialisationDialog
          specialisation={dialog === 'change' ? chosen : undefined}
          onClose={() => setDialog(null)}
          onMade={(of) => setView({ of, tab: 'sources' })}
        />
      )}
    </Page>
  )
}

interface ChoiceProps {
  readonly all: readonly Specialisation[]
  readonly chosen: Specialisation
  readonly onChange: () => void
}

/** Which specialisation is looked at, and what can be done with it. */
function Choice({ all, chosen: { specialisationId: of }, onChange }: ChoiceProps) {
  const t = useText(marketText)
  const [, setView] = useView(marketView)
  const mayEdit = useMay('editMarket')
  return (
    <>
      <Select
        aria-label={t('chosen')}
        w={320}
        maw="100%"
        allowDeselect={false}
        value={String(of)}
        onChange={(value) => setView({ of: Number(value), skill: '', search: '', words: '', since: '' })}
        data={all.map(({ specialisationId, name }) => ({ value: String(specialisationId), label: name }))}
      />
      {mayEdit && (
        <>
          <Button variant="default" onClick={onChange}>
            {t('change')}
          </Button>
          <Remove specialisationId={of} />
        </>
      )}
    </>
  )
}

interface DeskProps {
  readonly market: Market
  readonly chosen: Specialisation
  readonly tab: MarketTab
  readonly onTab: (tab: MarketTab) => void
}

const tabsByName: Readonly<Record<MarketTab, (props: TabProps) => ReactNode>> = {
  skills: SkillsTab,
  trend: TrendTab,
  pay: PayTab,
  vacancies: VacanciesTab,
  compare: CompareTab,
  digest: DigestTab,
  posts: PostsTab,
  synonyms: SynonymsTab,
  sources: SourcesTab,
}

/** These have something to say before there is any snapshot. */
const WITHOUT_SNAPSHOT: ReadonlySet<MarketTab> = new Set(['sources', 'posts', 'compare'])

function Desk({ market: told, chosen, tab, onTab }: DeskProps) {
  const t = useText(marketText)
  const mayEdit = useMay('editMarket')
  // What one's own people earn is for those who may change it.
  const shown = marketTabs.filter((one) => mayEdit || one !== 'posts')
  const open = shown.includes(tab) ? tab : 'skills'
  const Content = tabsByName[open]
  const list = useRef<HTMLDivElement>(null)
  // A phone shows five of the tabs: the open one is among them.
  useEffect(() => {
    list.current?.querySelector(`[id$="-tab-${open}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [open])
  return (
    <Stack gap="md">
      {chosen.isMadeUp && (
        <Alert color="brass" py="xs">
          <b>{t('madeUpTitle')}.</b> {t('madeUpHint')}
        </Alert>
      )}
      <Tabs value={open} onChange={(value) => onTab(marketTabs.find((one) => one === value) ?? 'skills')}>
        <Tabs.List ref={list} mb="md" className={`no-print ${classes['tabs']}`}>
          {shown.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab_${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {chosen.latest === null && !WITHOUT_SNAPSHOT.has(open) ? (
          <EmptyState
            title={t('noSnapshot')}
            actions={<Button onClick={() => onTab('sources')}>{t('toSources')}</Button>}
          >
            {t('noSnapshotHint')}
          </EmptyState>
        ) : (
          <Content key={chosen.specialisationId} market={told} chosen={chosen} />
        )}
      </Tabs>
    </Stack>
  )
}

function Remove({ specialisationId }: { readonly specialisationId: number }) {
  const t = useText(marketText)
  const { centerId } = useCenter()
  const remove = useAct(market.deleteSpecialisation, { touches: [market.readMarket] })
  return (
    <ConfirmAct
      title={t('removeTitle')}
      act={t('remove')}
      onAct={() => remove.mutateAsync({ params: { centerId, specialisationId } })}
    >
      {t('removeHint')}
    </ConfirmAct>
  )
}
