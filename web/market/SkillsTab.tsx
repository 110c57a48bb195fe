import { Anchor, Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'

import {
  market,
  skillScopes,
  skillSorts,
  type MarketSkill,
  type SkillQuery,
  type SkillsReply,
} from '@pult/contract/market'

import { useCenter } from '../platform/center.tsx'
import { ExportMenu } from '../platform/ExportMenu.tsx'
import { download } from '../platform/client.ts'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Explain } from '../ui/Explain.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListRows, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { Sparkline } from '../ui/Sparkline.tsx'
import { LIVE } from './live-market.ts'
import { marketText } from './market-text.ts'
import { marketView } from './market-view.ts'
import classes from './market.module.css'
import type { TabProps } from './tab-props.ts'
import { TrendWords } from './TrendWords.tsx'

const FIRST = 100
const ALL = 5000

/** Skills by the share of vacancies that name them. */
export function SkillsTab({ chosen: { specialisationId } }: TabProps) {
  const t = useText(marketText)
  const { centerId } = useCenter()
  const [view, setView] = useView(marketView)
  const { scope, search, sort } = view
  const query = { scope, search, sort, limit: view.all ? ALL : FIRST }
  const params = { centerId, specialisationId }
  const reply = useReply(market.readSkills, { params, query }, { live: LIVE, keepFormer: true })
  return (
    <>
      <Tools specialisationId={specialisationId} query={query} />
      <Reply reply={reply}>
        {(table) =>
          table.named === 0 ? (
            <EmptyState title={t('noSkills')} />
          ) : (
            <>
              <StandsOn table={table} />
              <Section bare>
                <SkillRows table={table} onSkill={(skill) => setView({ tab: 'vacancies', skill }, { asStep: true })} />
              </Section>
            </>
          )
        }
      </Reply>
    </>
  )
}

interface ToolsProps {
  readonly specialisationId: number
  readonly query: Required<Omit<SkillQuery, 'snapshotId'>>
}

/** Which skills are shown, in which order, and as a file. */
function Tools({ specialisationId, query }: ToolsProps) {
  const t = useText(marketText)
  const { centerId } = useCenter()
  const [, setView] = useView(marketView)
  const { scope, search, sort } = query
  const params = { centerId, specialisationId }
  return (
    <Group mb="md" gap="sm" className="no-print">
      <TextInput
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={15} />}
        value={search}
        onChange={(event) => setView({ search: event.currentTarget.value })}
      />
      <Select
        aria-label={t('scope')}
        w={220}
        allowDeselect={false}
        value={scope}
        onChange={(value) => setView({ scope: skillScopes.find((one) => one === value) ?? 'active' })}
        data={skillScopes.map((value) => ({ value, label: t(`scope_${value}`) }))}
      />
      <Select
        aria-label={t('sort')}
        w={230}
        allowDeselect={false}
        value={sort}
        onChange={(value) => setView({ sort: skillSorts.find((one) => one === value) ?? 'share' })}
        data={skillSorts.map((value) => ({ value, label: t(`sort_${value}`) }))}
      />
      <SegmentedControl
        value={query.limit === ALL ? 'all' : 'top'}
        onChange={(value) => setView({ all: value === 'all' })}
        data={[
          { value: 'top', label: t('top') },
          { value: 'all', label: t('extended') },
        ]}
      />
      <ExportMenu onKeep={(file) => download(market.exportSkills, { params, query: { ...query, ...file } })} />
    </Group>
  )
}

function StandsOn({ table }: { readonly table: SkillsReply }) {
  const t = useText(marketText)
  const formats = useFormats()
  const { vacancies, named, derived, skills, total, snapshot } = table
  return (
    <Text size="sm" c="dimmed" mb="sm">
      {t('standsOn', {
        day: formats.date(snapshot?.takenOn),
        vacancies: formats.number(vacancies, 0),
        named: formats.number(named, 0),
        unnamed: formats.number(vacancies - named, 0),
      })}{' '}
      {derived > 0 && `${t('derivedNote', { count: formats.number(derived, 0) })} `}
      {t('ofAll', { shown: formats.number(skills.length, 0), total: formats.number(total, 0) })}
    </Text>
  )
}

interface SkillRowsProps {
  readonly table: SkillsReply
  readonly onSkill: (name: string) => void
}

function SkillRows({ table: { skills, named }, onSkill }: SkillRowsProps) {
  const t = useText(marketText)
  const formats = useFormats()
  const widest = Math.max(...skills.map(({ high }) => high), 0.01)
  const columns: ListColumn<MarketSkill>[] = [
    {
      key: 'name',
      title: t('skill'),
      cell: ({ name, names }) => (
        <>
          <Anchor component="button" type="button" size="sm" fw={500} ta="left" onClick={() => onSkill(name)}>
            {name}
          </Anchor>
          {names > 1 && (
            <Text size="xs" c="dimmed">
              {t('grouped', { count: names })}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'share',
      title: t('share'),
      isNumber: true,
      cell: ({ share, naming, low, high }) => (
        <Explain
          about={{
            name: t('shareExplained'),
            formula: t('shareFormula'),
            numerator: formats.number(naming, 0),
            denominator: formats.number(named, 0),
            uncertainty: t('shareUncertainty', { low: formats.percent(low, 2), high: formats.percent(high, 2) }),
          }}
        >
          {formats.percent(share, 2)}
        </Explain>
      ),
    },
    { key: 'bar', title: t('interval'), cell: (skill) => <ShareBar skill={skill} widest={widest} /> },
    { key: 'naming', title: t('naming'), isNumber: true, cell: ({ naming }) => formats.number(naming, 0) },
    { key: 'series', title: t('trend'), cell: ({ series }) => <Sparkline values={series} /> },
    { key: 'perMonth', title: t('perMonth'), isNumber: true, cell: (skill) => <TrendWords skill={skill} /> },
  ]
  return <ListRows label={t('tab_skills')} columns={columns} rows={skills} rowKey={({ skillId }) => skillId} framed />
}

/** The share as a bar, its interval as a line over the end. The figures beside it say the same. */
function ShareBar({ skill: { share, low, high }, widest }: { readonly skill: MarketSkill; readonly widest: number }) {
  const at = (value: number): string => `${(value / widest) * 100}%`
  return (
    <div className={classes['bar']} aria-hidden>
      <div className={classes['fill']} style={{ width: at(share) }} />
      <div className={classes['whisker']} style={{ left: at(low), width: at(high - low) }} />
    </div>
  )
}
