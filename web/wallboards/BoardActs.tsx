import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'

import { wallboards, type Wallboard } from '@pult/contract/wallboards'

import { useCenter } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { useAct } from '../platform/replies.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useText } from '../ui/language.tsx'
import { keepScheme } from './scheme-file.ts'
import { wallboardsText } from './wallboards-text.ts'

interface BoardActsProps {
  readonly board: Wallboard
  readonly onLink: () => void
}

/** What may be done with a board of the list. */
export function BoardActs({ board: { wallboardId, scheme }, onLink }: BoardActsProps) {
  const t = useText(wallboardsText)
  const { centerId } = useCenter()
  const touches = [wallboards.listWallboards]
  const copy = useAct(wallboards.createWallboard, { touches })
  const remove = useAct(wallboards.deleteWallboard, { touches })
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      <Button variant="subtle" size="compact-sm" onClick={onLink}>
        {t('link')}
      </Button>
      <Button component={Link} variant="subtle" size="compact-sm" to={paths.editWallboard(centerId, wallboardId)}>
        {t('change')}
      </Button>
      <ConfirmAct
        title={t('removeTitle', { name: scheme.name })}
        act={t('remove')}
        onAct={() => remove.mutateAsync({ params: { centerId, wallboardId } })}
        trigger={(open) => (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={t('more', { name: scheme.name })}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                onClick={() =>
                  copy.mutate({
                    params: { centerId },
                    body: { ...scheme, name: t('copyOf', { name: scheme.name }).slice(0, 200) },
                  })
                }
              >
                {t('clone')}
              </Menu.Item>
              <Menu.Item onClick={() => keepScheme(scheme)}>{t('keep')}</Menu.Item>
              <Menu.Item color="brick" onClick={open}>
                {t('remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      >
        {t('removeHint')}
      </ConfirmAct>
    </Group>
  )
}
