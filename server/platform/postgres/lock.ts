import { readFileSync, rmSync, writeFileSync } from 'node:fs'

import { isAlive, startOf } from './processes.ts'

/**
 * Takes the data folder for this process. A lock left by a dead process, or by a later process with the same number, is
 * taken over. Throws an Error that says who holds it.
 */
export function takeLock(path: string, dataFolder: string): () => void {
  const mine = `${process.pid} ${startOf(process.pid)}`
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, mine, { flag: 'wx', mode: 0o600 })
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error
      refuseIfHeld(path, dataFolder)
      rmSync(path, { force: true })
    }
  }
  throw new Error(`Another Pult took ${dataFolder} at the same moment. Start this one again if that was not meant.`)
}

function refuseIfHeld(path: string, dataFolder: string): void {
  const [pid = '', start = ''] = readFileSync(path, 'utf8').split(' ')
  const holder = Number(pid)
  if (!Number.isInteger(holder) || holder <= 0 || holder === process.pid) return
  if (isAlive(holder) && startOf(holder) === start) {
    throw new Error(
      `Another Pult (process ${holder}) uses the data folder ${dataFolder}. Stop it first, or choose another folder with --data or PULT_DATA.`,
    )
  }
}
