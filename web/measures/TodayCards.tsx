import type { TodayFigures, TodayReply } from '@pult/contract/measures-today'

import { Cards } from '../ui/Cards.tsx'
import type { Explanation } from '../ui/Explain.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { NumberCard } from '../ui/NumberCard.tsx'
import { fullHalfHours } from './full-half-hours.ts'
import { Lead } from './Lead.tsx'
import { measuresText } from './measures-text.ts'
import { targetStates } from './target-states.ts'
import { levelToday, useExplained, useTodayLeads } from './today-leads.ts'
import { StateLine } from './TodayAgents.tsx'

/** The centre in six numbers; each says what it is and leads to what stands behind it. */
export function TodayCards({ total, today }: { readonly total: TodayFigures; readonly today: TodayReply }) {
  const t = useText(measuresText)
  const formats = useFormats()
  const lead = useTodayLeads(today)
  const explained = useExplained(today.definitions)
  const { usual, target } = total
  const signedIn = today.agentsByState.reduce((sum, state) => sum + state.agents, 0)
  const trend = fullHalfHours(today.curve).map((slot) => slot.offered)
  const usualMeans = usual === null ? {} : { standsOn: t('usualMeans', { count: usual.days }) }
  const explain = (about: Explanation | undefined): { explain?: Explanation } =>
    about === undefined ? {} : { explain: about }
  const card = (
    name: 'serviceLevel' | 'waiting' | 'offered' | 'abandoned' | 'asa',
    value: string,
    to: string | null,
  ) => ({
    label: t(name),
    value: (
      <Lead to={to} label={t('leadsTo', { name: t(name), value })}>
        {value}
      </Lead>
    ),
  })
  return (
    <Cards>
      <NumberCard
        {...card(
          'serviceLevel',
          formats.percent(total.serviceLevel.value),
          lead.byQueue(['serviceLevel', 'offered', 'answered', 'abandoned']),
        )}
        {...(target === null
          ? {}
          : {
              target: {
                text: [
                  formats.serviceTarget({ fraction: target.value, withinSeconds: target.withinSeconds }),
                  ...(total.serviceLevel.value === null
                    ? []
                    : [formats.points(total.serviceLevel.value - target.value)]),
                ].join(' · '),
                state: targetStates[target.state],
              },
            })}
        explain={{
          ...levelToday(today.definitions, { t, formats }),
          numerator: formats.number(total.serviceLevel.numerator),
          denominator: formats.number(total.serviceLevel.denominator),
          more: `${t('ownThresholds')} ${levelToday(today.definitions, { t, formats }).more}`,
        }}
      />
      <NumberCard
        {...card('waiting', formats.number(total.waiting), total.waiting === 0 ? null : lead.waiting())}
        footer={
          total.longestWaitSeconds === null
            ? t('nobodyWaits')
            : t('longest', { time: formats.duration(total.longestWaitSeconds) })
        }
        explain={{ name: t('waiting'), formula: t('waitingMeans') }}
      />
      <NumberCard
        {...card('offered', formats.number(total.offered), lead.measures(['offered', 'answered', 'abandoned']))}
        trend={trend}
        footer={usual === null ? '' : t('usual', { value: formats.number(usual.offered, 0) })}
        {...explain(explained('offered', usualMeans))}
      />
      <NumberCard
        {...card('abandoned', formats.number(total.abandoned), lead.contacts('abandoned'))}
        beside={total.abandonRate === null ? '' : formats.percent(total.abandonRate)}
        footer={usual === null ? '' : t('usual', { value: formats.number(usual.abandoned, 0) })}
        {...explain(explained('abandoned', usualMeans))}
      />
      <NumberCard
        {...card(
          'asa',
          formats.duration(total.asaSeconds),
          lead.onTheLine(['asaSeconds', 'waitP90Seconds', 'longestWaitSeconds', 'answered']),
        )}
        footer={t('onTheLine')}
        {...explain(explained('asaSeconds', { more: t('asaOnTheLine') }))}
      />
      <NumberCard
        label={t('signedIn')}
        value={
          <a href="#agents" aria-label={t('leadsTo', { name: t('signedIn'), value: formats.number(signedIn) })}>
            {formats.number(signedIn)}
          </a>
        }
        footer={<StateLine today={today} />}
        explain={{ name: t('signedIn'), formula: t('signedInMeans') }}
      />
    </Cards>
  )
}
