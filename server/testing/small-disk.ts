import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A disk of memory that can be filled to its last byte. */
export interface SmallDisk {
  fill(): void
  /** Makes room again. */
  free(): void
  close(): void
}

/** Lays a small disk over a folder; undefined where this user may mount none. */
export function openSmallDisk(folder: string, megabytes: number): SmallDisk | undefined {
  mkdirSync(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  chmodSync(folder, 0o755)
  const filler = join(folder, 'filler')
  return {
    fill() {
      for (const size of [1024 * 1024, 4096]) fillBy(filler, size)
    },
    free: () => rmSync(filler, { force: true }),
    close: () => void execFileSync('umount', ['-l', folder]),
  }
}

function fillBy(path: string, size: number): void {
  try {
    for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' })
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOSPC') throw error
  }
}
