import { Text } from '@mantine/core'

import { forecast, type MethodAccuracy } from '@pult/contract/forecast'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { methodText } from './method-text.ts'

/** The forecast as it is made stands among the methods under this name. */
const CHOSEN = 'chosen'
/** Leads shown: the others say little more. */
const LEADS = [1, 5, 10, 20]

interface Method {
  readonly name: string
  /** Error over what came, by lead. */
  readonly wape: ReadonlyMap<number, number>
  /** Mean weight over queues and leads shown; null for what is chosen. */
  readonly weight: number | null
}

/** How methods did in back-tests, and what each weighs: why the forecast is what it is. */
export function MethodsSection({ queueId }: { readonly queueId: number | null }) {
  const t = useText(methodText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const reply = useReply(forecast.readMethodAccuracy, { params: { centerId } })
  const nameOf = (name: string): string => (name in methodText.ru ? t(name as keyof typeof methodText.ru) : name)
  const columns: ListColumn<Method>[] = [
    {
      key: 'name',
      title: t('method'),
      cell: ({ name }) => (name === CHOSEN ? <b>{nameOf(name)}</b> : nameOf(name)),
    },
    ...LEADS.map((lead): ListColumn<Method> => ({
      key: String(lead),
      title: t('lead', { count: lead }),
      isNumber: true,
      cell: ({ wape }) => formats.percent(wape.get(lead), 1),
    })),
    { key: 'weight', title: t('weight'), isNumber: true, cell: ({ weight }) => formats.percent(weight, 0) },
  ]
  return (
    <Section title={t('methods')}>
      <Text size="sm" c="dimmed" mb="sm" maw={880}>
        {t('methodsHint')}
      </Text>
      <Reply reply={reply}>
        {({ methods }) => (
          <ListTable
            label={t('methods')}
            columns={columns}
            rows={summed(methods.filter((one) => queueId === null || one.queueId === queueId))}
            rowKey={({ name }) => name}
            empty={<Text size="sm">{t('methodsNone')}</Text>}
          />
        )}
      </Reply>
    </Section>
  )
}

/** Queues' errors added up, what is chosen first, then the best at one day ahead. */
function summed(given: readonly MethodAccuracy[]): Method[] {
  const learnt = given.filter(({ leadDays }) => LEADS.includes(leadDays))
  if (learnt.length === 0) return []
  const names = [...new Set(learnt.flatMap(({ byMethod }) => Object.keys(byMethod)))]
  const wapeOf = (errorOf: (one: MethodAccuracy) => number): Map<number, number> =>
    new Map(
      LEADS.flatMap((lead) => {
        const some = learnt.filter(({ leadDays }) => leadDays === lead)
        const came = some.reduce((sum, one) => sum + one.came, 0)
        return came > 0 ? [[lead, some.reduce((sum, one) => sum + errorOf(one), 0) / came] as const] : []
      }),
    )
  const weights = names.map((name): Method => ({
    name,
    wape: wapeOf(({ byMethod }) => byMethod[name]?.absolute ?? 0),
    weight: learnt.reduce((sum, { byMethod }) => sum + (byMethod[name]?.weight ?? 0), 0) / learnt.length,
  }))
  const first = ({ wape }: Method): number => wape.get(1) ?? Infinity
  return [
    { name: CHOSEN, wape: wapeOf(({ chosen }) => chosen), weight: null },
    ...weights.toSorted((left, right) => first(left) - first(right)),
  ]
}
