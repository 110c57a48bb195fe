import type { Roster } from '@pult/contract/schedule-roster'

/** A roster by its name and, from the second edition on, its edition. */
export function editionName({ name, edition }: Pick<Roster, 'name' | 'edition'>, word: string): string {
  return edition > 1 ? `${name} · ${word} ${edition}` : name
}
