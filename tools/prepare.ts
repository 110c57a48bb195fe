import { existsSync } from 'node:fs'
import { join } from 'node:path'

// After `npm ci`: the web app is built, so that the first start is quick. Without the build tools (an installation with
// scripts ignored) nothing happens here, and `npm start` builds instead.

const root = join(import.meta.dirname, '..')

if (existsSync(join(root, 'node_modules', 'vite'))) {
  const { buildWeb } = await import('./build-web.ts')
  await buildWeb({ say: (words) => console.error(words) })
}
