import { ActionIcon, Badge, Button, Group, SegmentedControl, Text } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { people } from '@pult/contract/people'
import { scheduleSettings, type ShiftTemplate } from '@pult/contract/schedule-settings'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { defineView, inAddress, useView } from '../platform/view.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { ShiftTemplateDialog } from './ShiftTemplateDialog.tsx'
import { isFixedTemplate } from './template-bar.ts'
import { templateText } from './template-text.ts'
import { TemplatePreview } from './TemplatePreview.tsx'

const templatesView = defineView({ show: inAddress.oneOf(['used', 'all'], 'used') })

/** Templates of shifts, each with its picture. */
export function ShiftTemplatesPage() {
  const t = useText(templateText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editSchedule')
  const [view, setView] = useView(templatesView)
  const [opened, setOpened] = useState<ShiftTemplate | 'new' | null>(null)
  const reply = useReply(scheduleSettings.listShiftTemplates, { params: { centerId } })
  return (
    <Page
      title={t('templates')}
      subtitle={t('templatesHint')}
      actions={
        mayEdit && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened('new')}>
            {t('newTemplate')}
          </Button>
        )
      }
      toolbar={
        <SegmentedControl
          size="xs"
          aria-label={t('show')}
          value={view.show}
          onChange={(show) => setView({ show })}
          data={(['used', 'all'] as const).map((value) => ({ value, label: t(value) }))}
        />
      }
    >
      <Section>
        <Reply reply={reply}>
          {({ templates }) => (
            <TemplateList
              templates={templates.filter(({ isArchived }) => view.show === 'all' || !isArchived)}
              onOpen={mayEdit ? setOpened : null}
            />
          )}
        </Reply>
      </Section>
      {opened !== null && (
        <ShiftTemplateDialog template={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />
      )}
    </Page>
  )
}

interface TemplateListProps {
  readonly templates: readonly ShiftTemplate[]
  readonly onOpen: ((template: ShiftTemplate) => void) | null
}

function TemplateList({ templates, onOpen }: TemplateListProps) {
  const t = useText(templateText)
  const formats = useFormats()
  const columns: ListColumn<ShiftTemplate>[] = [
    {
      key: 'name',
      title: t('name'),
      cell: (template) => (
        <Group gap={8}>
          {template.name}
          <Text span size="xs" c="dimmed">
            {t(template.isArchived ? 'archived' : isFixedTemplate(template) ? 'fixed' : 'free')}
          </Text>
        </Group>
      ),
    },
    {
      key: 'start',
      title: t('start'),
      cell: (template) => span(template.startFromMinute, template.startToMinute, formats.clock),
    },
    {
      key: 'length',
      title: t('length'),
      cell: (template) =>
        t('hours', {
          hours: span(template.lengthFromMinutes, template.lengthToMinutes, (minutes) => formats.number(minutes / 60)),
        }),
    },
    { key: 'bar', title: t('preview'), cell: (template) => <TemplatePreview shape={template} /> },
    { key: 'breaks', title: t('breaks'), cell: (template) => <BreakWords template={template} /> },
    {
      key: 'weekdays',
      title: t('weekdays'),
      cell: ({ weekdays }) => weekdays.map((day) => formats.weekday(day)).join(', '),
    },
    { key: 'who', title: t('who'), cell: (template) => <WhoWords template={template} /> },
  ]
  if (onOpen !== null) {
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
      rowKey={({ shiftTemplateId }) => shiftTemplateId}
      words={({ name }) => name}
      empty={<EmptyState title={t('noTemplates')}>{t('noTemplatesHint')}</EmptyState>}
    />
  )
}

const span = (from: number, to: number, say: (value: number) => string): string =>
  from === to ? say(from) : `${say(from)}–${say(to)}`

function BreakWords({ template: { breaks } }: { readonly template: ShiftTemplate }) {
  const t = useText(templateText)
  if (breaks.length === 0) return t('noBreaks')
  return breaks.map(({ kind, minutes }) => t('breakWords', { kind: t(kind), minutes })).join(', ')
}

function WhoWords({ template }: { readonly template: ShiftTemplate }) {
  const t = useText(templateText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const skills = useReply(people.listSkills, { params: { centerId } }).data?.skills ?? []
  const teams = useReply(people.listTeams, { params: { centerId } }).data?.teams ?? []
  const names = [
    ...skills.filter(({ skillId }) => template.skillIds.includes(skillId)),
    ...teams.filter(({ teamId }) => template.teamIds.includes(teamId)),
  ].map(({ name }) => name)
  if (template.agents === 0)
    return (
      <Badge size="sm" color="brick" variant="light" radius="sm" tt="none">
        {t('nobody')}
      </Badge>
    )
  return (
    <>
      {names.length === 0 ? t('everyone') : names.join(', ')}
      <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {t('agents')}: {formats.number(template.agents)}
      </Text>
    </>
  )
}
