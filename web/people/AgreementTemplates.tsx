import { ActionIcon, Button, Group, Select, Text, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'

import type { Agent } from '@pult/contract/people'
import { peopleAgreements, type AgreementTemplate } from '@pult/contract/people-agreements'

import { useCenter, useMay } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DayField } from '../ui/DayField.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { tell } from '../ui/tell.ts'
import { agreementText } from './agreement-text.ts'
import { termsOf, usualTerms } from './agreement-terms.ts'
import { TermsFields } from './TermsFields.tsx'
import { TermsWords } from './TermsWords.tsx'

interface TemplateListProps {
  readonly templates: readonly AgreementTemplate[]
  readonly onOpen: (template: AgreementTemplate) => void
}

/** Templates of agreements, with how many hold today. */
export function TemplateList({ templates, onOpen }: TemplateListProps) {
  const t = useText(agreementText)
  const formats = useFormats()
  const mayEdit = useMay('editAgreements')
  const columns: ListColumn<AgreementTemplate>[] = [
    { key: 'name', title: t('name'), cell: ({ name }) => name },
    { key: 'terms', title: t('terms'), cell: (template) => <TermsWords terms={template} /> },
    { key: 'law', title: t('jurisdiction'), cell: ({ jurisdiction }) => t(jurisdiction) },
    { key: 'agents', title: t('made'), isNumber: true, cell: ({ agents }) => formats.number(agents) },
  ]
  if (mayEdit) {
    columns.push({
      key: 'acts',
      title: t('actions'),
      acts: 'icons',
      cell: (template) => (
        <ActionIcon aria-label={t('change', { name: template.name })} onClick={() => onOpen(template)}>
          <IconPencil size={16} />
        </ActionIcon>
      ),
    })
  }
  return (
    <ListTable
      label={t('templates')}
      columns={columns}
      rows={templates}
      rowKey={({ templateId }) => templateId}
      words={({ name }) => name}
      empty={<EmptyState title={t('noTemplates')}>{t('noTemplatesHint')}</EmptyState>}
    />
  )
}

interface TemplateDialogProps {
  readonly template: AgreementTemplate | null
  readonly onClose: () => void
}

/** The terms of a template, once for many. */
export function TemplateDialog({ template, onClose }: TemplateDialogProps) {
  const t = useText(agreementText)
  const { centerId } = useCenter()
  const [name, setName] = useState(template?.name ?? '')
  const [terms, setTerms] = useState(termsOf(template ?? usualTerms))
  const create = useAct(peopleAgreements.createAgreementTemplate, { problem: 'self', onDone: onClose })
  const change = useAct(peopleAgreements.changeAgreementTemplate, { problem: 'self', onDone: onClose })
  const remove = useAct(peopleAgreements.deleteAgreementTemplate, { onDone: onClose })
  const save = (): void => {
    if (template === null) return create.mutate({ params: { centerId }, body: { name, ...terms } })
    const { templateId, version } = template
    change.mutate({ params: { centerId, templateId }, body: { name, ...terms, version } })
  }
  return (
    <SaveDialog
      title={template?.name ?? t('newTemplate')}
      saving={template === null ? create : change}
      size="lg"
      onClose={onClose}
      onSave={save}
      more={
        template !== null && (
          <ConfirmAct
            title={t('removeTemplateTitle', { name: template.name })}
            act={t('remove')}
            onAct={() => remove.mutateAsync({ params: { centerId, templateId: template.templateId } })}
            trigger={(open) => (
              <Button variant="subtle" color="brick" onClick={open}>
                {t('remove')}
              </Button>
            )}
          >
            {t('removeTemplateHint')}
          </ConfirmAct>
        )
      }
    >
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TermsFields terms={terms} onChange={(changed) => setTerms((former) => ({ ...former, ...changed }))} />
    </SaveDialog>
  )
}

interface ApplyTemplateDialogProps {
  readonly templates: readonly AgreementTemplate[]
  readonly agents: readonly Agent[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** The same agreement with many people from a day on. */
export function ApplyTemplateDialog({ templates, agents, onClose, onDone }: ApplyTemplateDialogProps) {
  const t = useText(agreementText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [templateId, setTemplateId] = useState(templates[0]?.templateId ?? 0)
  const [from, setFrom] = useState(formats.today(Date.now()))
  const apply = useAct(peopleAgreements.applyAgreementTemplate, {
    problem: 'self',
    onDone: ({ made, ended, leftOut }) => {
      tell({ kind: 'good', words: t('applied', { made, ended }) })
      if (leftOut.length > 0)
        tell({ kind: 'plain', words: t('leftOut', { names: leftOut.map(({ name }) => name).join(', ') }) })
      onDone()
    },
  })
  const chosen = templates.find((one) => one.templateId === templateId)
  return (
    <SaveDialog
      title={t('applyTo', { count: agents.length })}
      saving={apply}
      act={t('apply')}
      onClose={onClose}
      onSave={() => {
        if (chosen === undefined) return
        const agentIds = agents.map(({ agentId }) => agentId)
        apply.mutate({ params: { centerId, templateId }, body: { agentIds, from } })
      }}
    >
      {templates.length === 0 ? (
        <Text size="sm">{t('makeTemplateFirst')}</Text>
      ) : (
        <Select
          label={t('template')}
          allowDeselect={false}
          data={templates.map((one) => ({ value: String(one.templateId), label: one.name }))}
          value={String(templateId)}
          onChange={(value) => setTemplateId(Number(value))}
        />
      )}
      {chosen !== undefined && (
        <Group gap="xs">
          <TermsWords terms={chosen} />
        </Group>
      )}
      <DayField
        label={t('from')}
        description={t('fromHint')}
        required
        value={from}
        onChange={(day) => setFrom(day ?? '')}
      />
      <Text size="sm" c="dimmed" lineClamp={3}>
        {agents.map(({ name }) => name).join(', ')}
      </Text>
    </SaveDialog>
  )
}
