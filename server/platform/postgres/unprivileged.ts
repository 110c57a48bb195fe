import { chownSync, existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The user PostgreSQL runs as when Pult is started by root, which PostgreSQL refuses to be run by. */
export interface Unprivileged {
  readonly uid: number
  readonly gid: number
}

/** `nobody` on every Unix; its number needs no account. */
const NOBODY: Unprivileged = { uid: 65_534, gid: 65_534 }

/** Whom to run PostgreSQL as: nobody for root, else whoever runs Pult. */
export function unprivilegedUser(): Unprivileged | undefined {
  return process.getuid?.() === 0 ? NOBODY : undefined
}

/** Whether `user` can come to `folder`: every folder on the way lets others pass, or is hers. */
export function canTraverse(folder: string, user: Unprivileged): boolean {
  for (let place = folder; ; place = dirname(place)) {
    if (existsSync(place) && !letsPass(place, user)) return false
    if (place === dirname(place)) return true
  }
}

function letsPass(folder: string, user: Unprivileged): boolean {
  const { mode, uid, gid } = statSync(folder)
  if (uid === user.uid) return (mode & 0o100) !== 0
  if (gid === user.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}

/** Gives a folder and all in it to the user; PostgreSQL insists on owning its data. */
export function giveTo(folder: string, user: Unprivileged): void {
  chownSync(folder, user.uid, user.gid)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) giveTo(path, user)
    else if (entry.isFile()) chownSync(path, user.uid, user.gid)
  }
}
