import { Button, Group, Progress, Text } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'

import { demo } from '@pult/contract/demo'

import { useCenter } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { useReply } from '../platform/replies.ts'
import { useSession } from '../platform/session.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { demoText } from './demo-text.ts'
import classes from './DemoStrip.module.css'

const ASK_EVERY_MS = 3_000

/** Says that this centre is made up, how far its history is filled, and leads to one's own. */
export function DemoStrip() {
  const t = useText(demoText)
  const formats = useFormats()
  const { centerId, kind } = useCenter()
  const { administersInstallation, memberships } = useSession()
  const isDemo = kind === 'demo'
  const reply = useReply(
    demo.readDemo,
    { params: { centerId } },
    { when: isDemo, everyMs: (said) => (said?.filling === null ? false : ASK_EVERY_MS) },
  )
  if (!isDemo) return null
  const filling = reply.data?.filling ?? null
  const own = memberships.find((one) => one.kind === 'own')
  return (
    <div className={`${classes['strip']} no-print`} role="note">
      <Group gap={8} wrap="nowrap" className={classes['words'] ?? ''}>
        <IconFlask size={17} stroke={1.6} aria-hidden className={classes['icon'] ?? ''} />
        <Text span size="sm">
          {filling === null
            ? t('isDemo')
            : filling.filledFrom === null
              ? t('beginning')
              : t('filling', { from: formats.date(filling.filledFrom) })}
        </Text>
      </Group>
      {filling !== null && (
        <Progress
          value={filling.fraction * 100}
          aria-label={t('progress')}
          w={120}
          size="sm"
          color="brass"
          className={classes['progress'] ?? ''}
        />
      )}
      {own === undefined && administersInstallation && (
        <Button component={Link} to={paths.newCenter()} size="compact-sm" variant="default">
          {t('startOwn')}
        </Button>
      )}
    </div>
  )
}
