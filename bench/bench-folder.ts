import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A data folder of a benchmark's own. Open to pass: started by root, PostgreSQL runs as somebody else, and below a closed folder
 * it would keep its data elsewhere, where nobody would clear it away.
 */
export async function benchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pult-bench-'))
  await chmod(folder, 0o755)
  return folder
}
