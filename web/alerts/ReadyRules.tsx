import { Button, Text } from '@mantine/core'

import { alertRules, type AlertRules } from '@pult/contract/alert-rules'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { ListRows, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { ruleSentence } from './rule-sentence.ts'
import { rulesText } from './rules-text.ts'

type Ready = AlertRules['ready'][number]

interface ReadyRulesProps {
  readonly known: AlertRules
  /** Whether there are no rules yet: then all may be taken at once. */
  readonly isFirst: boolean
}

/** Rules that almost every centre wants; those that are there under their name are offered no more. */
export function ReadyRules({ known: { rules, ready, watchables }, isFirst }: ReadyRulesProps) {
  const t = useText(rulesText)
  const language = useLanguage()
  const formats = useFormats()
  const { centerId } = useCenter()
  const create = useAct(alertRules.createAlertRule)
  const taken = new Set(rules.map(({ name }) => name))
  const left = ready.filter(({ name }) => !taken.has(name.ru) && !taken.has(name.en))
  if (left.length === 0) return null
  const take = ({ name, draft }: Ready) =>
    create.mutateAsync({ params: { centerId }, body: { ...draft, name: name[language], language } })
  const takeAll = async (): Promise<void> => {
    for (const one of left) await take(one)
  }
  const columns: ListColumn<Ready>[] = [
    { key: 'name', title: t('name'), cell: ({ name }) => name[language] },
    {
      key: 'watches',
      title: t('watches'),
      cell: ({ draft }) => ruleSentence(draft, watchables, { t, language, formats }),
    },
    {
      key: 'acts',
      title: t('take'),
      acts: 'words',
      cell: (one) => (
        <Button
          variant="default"
          size="compact-sm"
          disabled={create.isPending}
          onClick={() => void take(one).catch(() => undefined)}
        >
          {t('take')}
        </Button>
      ),
    },
  ]
  return (
    <Section
      title={t('ready')}
      actions={
        isFirst && (
          <Button variant="default" loading={create.isPending} onClick={() => void takeAll().catch(() => undefined)}>
            {t('takeAll')}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('readyHint')}
      </Text>
      <ListRows label={t('ready')} columns={columns} rows={left} rowKey={({ name }) => name.en} />
    </Section>
  )
}
