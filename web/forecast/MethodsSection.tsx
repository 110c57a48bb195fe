import { Text } from '@mantine/core'

import { forecast } from '@pult/contract/forecast'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { methodText } from './method-text.ts'
import { CHOSEN, LEADS, ofOneInterval, summedMethods, type Method } from './method-sums.ts'
import { signedPercent } from './signed-percent.ts'

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
    { key: 'bias', title: t('bias'), isNumber: true, cell: ({ bias }) => signedPercent(formats, bias) },
    ...(['covered80', 'covered95'] as const).map((key): ListColumn<Method> => ({
      key,
      title: t(key),
      isNumber: true,
      cell: (row) => (row[key] === null ? '' : formats.percent(row[key], 1)),
    })),
    { key: 'weight', title: t('weight'), isNumber: true, cell: ({ weight }) => formats.percent(weight, 0) },
  ]
  return (
    <Section title={t('methods')}>
      <Text size="sm" c="dimmed" mb="sm" maw={880}>
        {t('methodsHint')}
      </Text>
      <Reply reply={reply}>
        {({ methods }) => {
          const shown = ofOneInterval(methods.filter((one) => queueId === null || one.queueId === queueId))
          return (
            <>
              {shown[0] !== undefined && (
                <Text size="sm" mb="sm">
                  {t('ofInterval', { minutes: shown[0].intervalMinutes })}
                </Text>
              )}
              <ListTable
                label={t('methods')}
                columns={columns}
                rows={summedMethods(shown)}
                rowKey={({ name }) => name}
                empty={<Text size="sm">{t('methodsNone')}</Text>}
              />
            </>
          )
        }}
      </Reply>
    </Section>
  )
}
