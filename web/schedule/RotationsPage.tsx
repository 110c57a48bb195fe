import { ActionIcon, Alert, Button, Text, TextInput } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { people, type Agent } from '@pult/contract/people'
import {
  scheduleSettings,
  type Rotation,
  type RotationDraft,
  type ShiftTemplate,
} from '@pult/contract/schedule-settings'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { RotationGrid } from './RotationGrid.tsx'
import { templateText } from './template-text.ts'
import { WalkersField } from './WalkersField.tsx'

/** Patterns of weeks and who walks through them. */
export function RotationsPage() {
  const t = useText(templateText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editSchedule')
  const [opened, setOpened] = useState<Rotation | 'new' | null>(null)
  const params = { centerId }
  const reply = useReply(scheduleSettings.listRotations, { params })
  const templates = useReply(scheduleSettings.listShiftTemplates, { params })
  const agents = useReply(people.listAgents, { params }).data?.agents ?? []
  const found = templates.data?.templates ?? []
  return (
    <Page
      title={t('rotations')}
      subtitle={t('rotationsHint')}
      actions={
        mayEdit && (
          <Button leftSection={<IconPlus size={16} />} disabled={found.length === 0} onClick={() => setOpened('new')}>
            {t('newRotation')}
          </Button>
        )
      }
    >
      {templates.data !== undefined && found.length === 0 && (
        <Alert color="brass" variant="light" mb="md">
          {t('needTemplates')}
        </Alert>
      )}
      <Section>
        <Reply reply={reply}>
          {({ rotations }) => (
            <RotationList rotations={rotations} templates={found} agents={agents} onOpen={mayEdit ? setOpened : null} />
          )}
        </Reply>
      </Section>
      {opened !== null && (
        <RotationDialog
          rotation={opened === 'new' ? null : opened}
          templates={found}
          agents={agents.filter(({ status }) => status === 'confirmed')}
          onClose={() => setOpened(null)}
        />
      )}
    </Page>
  )
}

interface RotationListProps {
  readonly rotations: readonly Rotation[]
  readonly templates: readonly ShiftTemplate[]
  readonly agents: readonly Agent[]
  readonly onOpen: ((rotation: Rotation) => void) | null
}

function RotationList({ rotations, templates, agents, onOpen }: RotationListProps) {
  const t = useText(templateText)
  const names = new Map(agents.map(({ agentId, name }) => [agentId, name]))
  const columns: ListColumn<Rotation>[] = [
    {
      key: 'name',
      title: t('name'),
      cell: ({ name, weeks }) => (
        <>
          {name}
          <Text size="xs" c="dimmed">
            {t('weekCount', { count: weeks.length })}
          </Text>
        </>
      ),
    },
    { key: 'weeks', title: t('weeks'), cell: ({ weeks }) => <RotationGrid weeks={weeks} templates={templates} /> },
    {
      key: 'walkers',
      title: t('walkers'),
      cell: ({ agents: walkers }) =>
        walkers.map(({ agentId, offsetWeeks }) => `${names.get(agentId) ?? '–'} (+${offsetWeeks})`).join(', ') ||
        t('stillRunning'),
    },
  ]
  if (onOpen !== null) {
    columns.push({
      key: 'acts',
      title: t('actions'),
      acts: 'icons',
      cell: (rotation) => (
        <ActionIcon aria-label={t('change', { name: rotation.name })} onClick={() => onOpen(rotation)}>
          <IconPencil size={16} />
        </ActionIcon>
      ),
    })
  }
  return (
    <ListTable
      label={t('rotations')}
      columns={columns}
      rows={rotations}
      rowKey={({ rotationId }) => rotationId}
      words={({ name }) => name}
      empty={<EmptyState title={t('noRotations')}>{t('noRotationsHint')}</EmptyState>}
    />
  )
}

interface RotationDialogProps {
  readonly rotation: Rotation | null
  readonly templates: readonly ShiftTemplate[]
  readonly agents: readonly Agent[]
  readonly onClose: () => void
}

const emptyWeek = (): null[] => Array.from({ length: 7 }, () => null)

function RotationDialog({ rotation, templates, agents, onClose }: RotationDialogProps) {
  const t = useText(templateText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [draft, setDraft] = useState<RotationDraft>({
    name: rotation?.name ?? '',
    weeks: rotation?.weeks ?? [emptyWeek()],
    agents: rotation?.agents ?? [],
  })
  const create = useAct(scheduleSettings.createRotation, { problem: 'self', onDone: onClose })
  const change = useAct(scheduleSettings.changeRotation, { problem: 'self', onDone: onClose })
  const remove = useAct(scheduleSettings.deleteRotation, { onDone: onClose })
  const save = (): void => {
    if (rotation === null) return create.mutate({ params: { centerId }, body: draft })
    const { rotationId, version } = rotation
    change.mutate({ params: { centerId, rotationId }, body: { ...draft, version } })
  }
  return (
    <SaveDialog
      title={rotation?.name ?? t('newRotation')}
      size={860}
      saving={rotation === null ? create : change}
      onClose={onClose}
      onSave={save}
      more={
        rotation !== null && (
          <ConfirmAct
            title={t('removeRotation', { name: rotation.name })}
            act={t('remove')}
            onAct={() => remove.mutateAsync({ params: { centerId, rotationId: rotation.rotationId } })}
            trigger={(open) => (
              <Button variant="subtle" color="brick" onClick={open}>
                {t('remove')}
              </Button>
            )}
          >
            {t('removeRotationHint')}
          </ConfirmAct>
        )
      }
    >
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        data-autofocus
        value={draft.name}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <RotationGrid
        weeks={draft.weeks}
        templates={templates.filter(({ isArchived }) => !isArchived)}
        onChange={(weeks) => setDraft({ ...draft, weeks })}
      />
      <WalkersField
        agents={agents}
        walkers={draft.agents}
        weeks={draft.weeks.length}
        today={formats.today(Date.now())}
        onChange={(walkers) => setDraft({ ...draft, agents: walkers })}
      />
    </SaveDialog>
  )
}
