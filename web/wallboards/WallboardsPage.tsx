import { Button, FileButton, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { wallboards, type Boards, type Scheme, type Wallboard } from '@pult/contract/wallboards'

import { useCenter, useMay } from '../platform/center.tsx'
import { Link, useGo } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { tell } from '../ui/tell.ts'
import { BoardActs } from './BoardActs.tsx'
import { firstScheme } from './first-scheme.ts'
import { LinkDialog } from './LinkDialog.tsx'
import { atHome, readSchemeFile } from './scheme-file.ts'
import { wallboardsText } from './wallboards-text.ts'

/** The wallboards of a centre. */
export function WallboardsPage() {
  const t = useText(wallboardsText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editWallboards')
  const reply = useReply(wallboards.listWallboards, { params: { centerId } }, { live: ['wallboards'] })
  const known = reply.data
  return (
    <Page
      title={t('wallboards')}
      subtitle={t('hint')}
      actions={mayEdit && known !== undefined && known.wallboards.length > 0 && <Makers known={known} />}
    >
      <Reply reply={reply}>
        {(boards) =>
          boards.wallboards.length === 0 ? (
            <EmptyState title={t('none')} actions={mayEdit && <Makers known={boards} />}>
              {mayEdit ? t('noneHint') : ''}
            </EmptyState>
          ) : (
            <Section>
              <BoardList known={boards} mayEdit={mayEdit} />
            </Section>
          )
        }
      </Reply>
    </Page>
  )
}

/** A new board, or one from a file; both are opened for changing. */
function Makers({ known }: { readonly known: Boards }) {
  const t = useText(wallboardsText)
  const language = useLanguage()
  const go = useGo()
  const { centerId } = useCenter()
  const make = useAct(wallboards.createWallboard, {
    onDone: ({ wallboardId }) => go(paths.editWallboard(centerId, wallboardId)),
  })
  const create = (scheme: Scheme): void => make.mutate({ params: { centerId }, body: scheme })
  const take = (file: File | null): void => {
    if (file === null) return
    readSchemeFile(file)
      .then((scheme) => create(atHome(scheme, new Set(known.queues.map(({ queueId }) => queueId)))))
      .catch((error: Error) => tell({ kind: 'bad', words: t('notAFile', { detail: error.message }) }))
  }
  return (
    <>
      <FileButton onChange={take} accept="application/json,.json" inputProps={{ 'aria-label': t('file') }}>
        {(props) => (
          <Button variant="default" {...props}>
            {t('take')}
          </Button>
        )}
      </FileButton>
      <Button
        leftSection={<IconPlus size={16} />}
        loading={make.isPending}
        onClick={() => create(firstScheme(freeName(t('nameOfNew'), known), language))}
      >
        {t('make')}
      </Button>
    </>
  )
}

function freeName(name: string, { wallboards: boards }: Boards): string {
  const taken = new Set(boards.map(({ scheme }) => scheme.name))
  for (let number = 1; ; number++) {
    const one = number === 1 ? name : `${name} ${number}`
    if (!taken.has(one)) return one
  }
}

function BoardList({ known, mayEdit }: { readonly known: Boards; readonly mayEdit: boolean }) {
  const t = useText(wallboardsText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [linked, setLinked] = useState<Wallboard | null>(null)
  const columns: ListColumn<Wallboard>[] = [
    {
      key: 'name',
      title: t('name'),
      cell: ({ wallboardId, scheme }) => <Link to={paths.wallboard(centerId, wallboardId)}>{scheme.name}</Link>,
    },
    { key: 'tiles', title: t('tiles'), isNumber: true, cell: ({ scheme }) => formats.number(scheme.tiles.length) },
    { key: 'link', title: t('link'), cell: (board) => <LinkState board={board} /> },
    {
      key: 'changed',
      title: t('changed'),
      cell: ({ changedByName, changedAt }) =>
        t('changedBy', { name: changedByName, when: formats.dateTime(changedAt) }),
    },
    ...(mayEdit
      ? [
          {
            key: 'acts',
            title: t('acts'),
            acts: 'words' as const,
            cell: (board: Wallboard) => <BoardActs board={board} onLink={() => setLinked(board)} />,
          },
        ]
      : []),
  ]
  return (
    <>
      <ListTable
        label={t('wallboards')}
        columns={columns}
        rows={known.wallboards}
        rowKey={({ wallboardId }) => wallboardId}
        words={({ scheme }) => scheme.name}
        empty={<EmptyState title={t('none')} />}
      />
      {linked !== null && <LinkDialog board={linked} onClose={() => setLinked(null)} />}
    </>
  )
}

function LinkState({ board: { link } }: { readonly board: Wallboard }) {
  const t = useText(wallboardsText)
  const formats = useFormats()
  if (link === null)
    return (
      <Text span c="dimmed">
        {t('noLink')}
      </Text>
    )
  const { lastDay, hasEnded, lastOpenedAt } = link
  return (
    <>
      {lastDay === null ? t('linkForever') : t(hasEnded ? 'linkEnded' : 'linkUntil', { day: formats.date(lastDay) })}
      <Text size="xs" c="dimmed">
        {lastOpenedAt === null ? t('neverOpened') : t('opened', { when: formats.dateTime(lastOpenedAt) })}
      </Text>
    </>
  )
}
