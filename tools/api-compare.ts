import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { breakingChanges, unaccepted, type Accepted } from './openapi/compare.ts'
import { openApiDocument, type OpenApi } from './openapi/document.ts'

// Holds the API against that of the last release: `npm run api:compare`. What would break a script that works with it is refused, unless
// the major version is another one or docs/reference/api-accepted-changes.json says why.

const reference = join(import.meta.dirname, '../docs/reference')
const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(reference, file), 'utf8'))
const majorOf = ({ info }: OpenApi): string => info.version.split('.')[0] ?? ''

const released = (await read('openapi-released.json')) as OpenApi
const accepted = (await read('api-accepted-changes.json')) as Accepted[]
const now = openApiDocument()
const changes = majorOf(released) === majorOf(now) ? unaccepted(breakingChanges(released, now), accepted) : []
if (changes.length > 0) {
  console.error(
    `The API no longer keeps what version ${released.info.version} promised:\n  ${changes.join('\n  ')}\n` +
      'Keep it, or add to docs/reference/api-accepted-changes.json the change, word for word, and why.',
  )
  process.exitCode = 1
} else console.log(`The API keeps what version ${released.info.version} promised`)
