import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'

import { wallboards, type Boards, type Scheme, type Wallboard } from '@pult/contract/wallboards'

import { useCenter } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply, useWordsOf } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useText } from '../ui/language.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Board } from './Board.tsx'
import { BoardFields } from './BoardFields.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { TileList } from './TileList.tsx'
import { Spoken } from './WallPage.tsx'
import { wallboardsText } from './wallboards-text.ts'
import classes from './board.module.css'

const EVERY_MS = 5000

interface EditorProps {
  readonly board: Wallboard
  readonly queues: Boards['queues']
}

/** Tiles and what is common to them on one side, how it looks on the other. Nothing is changed before it is saved. */
export function Editor({ board, queues }: EditorProps) {
  const t = useText(wallboardsText)
  const words = useWordsOf()
  const { centerId } = useCenter()
  const { wallboardId, version } = board
  const [scheme, setScheme] = useState<Scheme>(board.scheme)
  const [isLinking, setLinking] = useState(false)
  const save = useAct(wallboards.changeWallboard, {
    touches: [wallboards.listWallboards, wallboards.showWallboard],
    done: t('saved'),
    problem: 'self',
  })
  const isChanged = JSON.stringify(scheme) !== JSON.stringify(board.scheme)
  return (
    <Page
      title={scheme.name.trim() === '' ? t('nameOfNew') : scheme.name}
      subtitle={isChanged ? t('unsaved') : t('asItIs')}
      breadcrumbs={[
        <Link key="all" to={paths.wallboards(centerId)}>
          {t('wallboards')}
        </Link>,
      ]}
      actions={
        <>
          <Button variant="default" onClick={() => setLinking(true)}>
            {t('link')}
          </Button>
          <Button component={Link} variant="default" to={paths.wallboard(centerId, wallboardId)}>
            {t('open')}
          </Button>
          <Button variant="default" disabled={!isChanged} onClick={() => setScheme(board.scheme)}>
            {t('discard')}
          </Button>
          <Button
            disabled={!isChanged}
            loading={save.isPending}
            onClick={() => save.mutate({ params: { centerId, wallboardId }, body: { version, scheme } })}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      {save.error !== null && (
        <Text role="alert" c="var(--mantine-color-error)" mb="sm">
          {words(save.error)}
        </Text>
      )}
      <div className={classes['editor']}>
        <Stack gap="md">
          <Section title={t('board')}>
            <BoardFields scheme={scheme} onChange={setScheme} />
          </Section>
          <Section title={t('tiles')}>
            <TileList
              tiles={scheme.tiles}
              queues={queues}
              onChange={(tiles) => setScheme({ ...scheme, tiles: [...tiles] })}
            />
          </Section>
        </Stack>
        <div className={classes['sticky']}>
          <Section title={t('preview')}>
            <Preview scheme={scheme} />
          </Section>
        </div>
      </div>
      {isLinking && <LinkDialog board={board} onClose={() => setLinking(false)} />}
    </Page>
  )
}

/** With the figures of this moment. What cannot be shown yet (an empty text) leaves the last look standing. */
function Preview({ scheme }: { readonly scheme: Scheme }) {
  const { centerId } = useCenter()
  const isWhole =
    scheme.name.trim() !== '' && scheme.tiles.every((tile) => tile.kind !== 'text' || tile.text.trim() !== '')
  const reply = useReply(
    wallboards.previewWallboard,
    { params: { centerId }, body: scheme },
    { keepFormer: true, everyMs: EVERY_MS, when: isWhole },
  )
  return (
    <Reply reply={reply}>
      {(board) => (
        <Group className={classes['frame'] ?? ''} align="stretch" grow>
          <Spoken board={board}>
            <Board board={board} isInside />
          </Spoken>
        </Group>
      )}
    </Reply>
  )
}
