import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { people, type Agent } from '@pult/contract/people'
import { peopleAgreements, type Agreement, type AgreementTemplate } from '@pult/contract/people-agreements'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { useText } from '../ui/language.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { AgreementDialog } from './AgreementDialog.tsx'
import { AgreementList, agreementsView } from './AgreementList.tsx'
import { ApplyTemplateDialog, TemplateDialog, TemplateList } from './AgreementTemplates.tsx'
import { agreementText } from './agreement-text.ts'
import { FactsDialog } from './FactsDialog.tsx'

type Opened =
  | {
      readonly what: 'agreement'
      readonly agent: Agent
      readonly agreement: Agreement | null
      readonly like?: Agreement
    }
  | { readonly what: 'facts'; readonly agent: Agent }
  | { readonly what: 'template'; readonly template: AgreementTemplate | null }
  | { readonly what: 'apply' }

/** What was agreed with people about their working time: who has an agreement, who has none, templates for many at once. */
export function AgreementsPage() {
  const t = useText(agreementText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editAgreements')
  const [view, setView] = useView(agreementsView)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [picked, setPicked] = useState<readonly number[]>([])
  const params = { centerId }
  const agreements = useReply(peopleAgreements.listAgreements, { params })
  const agents = useReply(people.listAgents, { params })
  const teams = useReply(people.listTeams, { params }).data?.teams ?? []
  const templates = useReply(peopleAgreements.listAgreementTemplates, { params })
  const confirmed = (agents.data?.agents ?? []).filter(({ status }) => status === 'confirmed')
  const close = (): void => setOpened(null)
  return (
    <Page
      title={t('agreements')}
      subtitle={t('agreementsHint')}
      actions={
        mayEdit &&
        view.tab === 'templates' && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened({ what: 'template', template: null })}>
            {t('newTemplate')}
          </Button>
        )
      }
      toolbar={
        <SegmentedControl
          size="xs"
          aria-label={t('agreements')}
          value={view.tab}
          onChange={(tab) => setView({ tab }, { asStep: true })}
          data={(['agents', 'templates'] as const).map((value) => ({ value, label: t(value) }))}
        />
      }
    >
      <Section>
        {view.tab === 'templates' ? (
          <Reply reply={templates}>
            {(found) => (
              <TemplateList
                templates={found.templates}
                onOpen={(template) => setOpened({ what: 'template', template })}
              />
            )}
          </Reply>
        ) : (
          <Reply reply={agents}>
            {() => (
              <Reply reply={agreements}>
                {(found) => (
                  <AgreementList
                    agents={confirmed}
                    agreements={found.agreements}
                    teams={teams}
                    picked={picked}
                    onPick={setPicked}
                    onApply={() => setOpened({ what: 'apply' })}
                    onFacts={(agent) => setOpened({ what: 'facts', agent })}
                    onOpen={({ agent, agreement }) =>
                      setOpened({ what: 'agreement', agent, agreement: agreement ?? null })
                    }
                    onAdd={({ agent, agreement }) =>
                      setOpened({
                        what: 'agreement',
                        agent,
                        agreement: null,
                        ...(agreement === undefined ? {} : { like: agreement }),
                      })
                    }
                  />
                )}
              </Reply>
            )}
          </Reply>
        )}
      </Section>
      {opened?.what === 'agreement' && (
        <AgreementDialog agent={opened.agent} agreement={opened.agreement} like={opened.like} onClose={close} />
      )}
      {opened?.what === 'facts' && <FactsDialog agent={opened.agent} onClose={close} />}
      {opened?.what === 'template' && <TemplateDialog template={opened.template} onClose={close} />}
      {opened?.what === 'apply' && (
        <ApplyTemplateDialog
          templates={templates.data?.templates ?? []}
          agents={confirmed.filter(({ agentId }) => picked.includes(agentId))}
          onClose={close}
          onDone={() => {
            setPicked([])
            close()
          }}
        />
      )}
    </Page>
  )
}
