import { notifications } from '@mantine/notifications'

export interface Telling {
  readonly kind: 'good' | 'bad' | 'plain'
  readonly words: string
  readonly title?: string
}

const STAYS_MS = 5_000
const BAD_STAYS_MS = 12_000

/** Says something for a moment in the corner of the page; screen readers hear it. */
export function tell({ kind, words, title }: Telling): void {
  notifications.show({
    message: words,
    color: kind === 'bad' ? 'brick' : kind === 'good' ? 'pine' : 'gray',
    autoClose: kind === 'bad' ? BAD_STAYS_MS : STAYS_MS,
    ...(title === undefined ? {} : { title }),
  })
}
