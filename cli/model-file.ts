import { existsSync, readFileSync } from 'node:fs'

import { readCenterModel, type CenterModel } from '@pult/engine/simulation'

import { BadInput } from './failure.ts'

/** A centre to simulate. @throws BadInput that names the file and the place in it. */
export function readModel(path: string): CenterModel {
  if (!existsSync(path)) throw new BadInput(`There is no file ${path}.`)
  try {
    const { model, unused } = readCenterModel(JSON.parse(readFileSync(path, 'utf8')))
    for (const field of unused) console.error(`${path}: ${field} is not used.`)
    return model
  } catch (error) {
    if (error instanceof SyntaxError) throw new BadInput(`${path} is not JSON: ${error.message}.`)
    if (error instanceof RangeError) throw new BadInput(`${path}: ${error.message}.`)
    throw error
  }
}
