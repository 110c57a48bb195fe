import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { Import } from '@pult/contract/imports'
import { createQueueLogWriter, demoCenter, simulateDay } from '@pult/engine/demo'
import { addDays, createZone } from '@pult/engine/time'

import { machine, megabytes, memoryBytes, openPult, option, type BenchPult } from './open-pult.ts'

// A queue_log end to end: uploaded, read, stored, rolled up. `--mb 10 --mb2 100`: two sizes, whose memory is compared.

const SAMPLE_MS = 200

/** Days of the demonstration until the file is large enough; the lines' number. */
async function writeLog(path: string, bytes: number): Promise<{ lines: number; bytes: number }> {
  const center = demoCenter({ anchorDate: '2026-11-01' })
  const zone = createZone(center.timeZone)
  const writer = createQueueLogWriter()
  const counted = { lines: 0, bytes: 0 }
  function* chunks(): Generator<string> {
    // One simulated week is written again and again with its dates moved: the file's size is what matters, not its years.
    for (let date = '2015-01-05'; counted.bytes < bytes; date = addDays(date, 1)) {
      const lines = writer.day(simulateDay({ seed: 'bench', date, center }), zone.startOfDay(addDays(date, 1)))
      const text = `${lines.join('\n')}\n`
      counted.lines += lines.length
      counted.bytes += Buffer.byteLength(text)
      yield text
    }
  }
  await pipeline(Readable.from(chunks()), createWriteStream(path))
  return { lines: counted.lines, bytes: (await stat(path)).size }
}

async function importOnce(
  pult: BenchPult,
  path: string,
  name: string,
): Promise<{ seconds: number; peak: number; report: Import['report'] }> {
  const centerId = await pult.createCenter(name)
  let peak = 0
  const sampler = setInterval(() => (peak = Math.max(peak, memoryBytes())), SAMPLE_MS)
  const began = performance.now()
  const uploaded = await fetch(`${pult.address}/api/v1/centers/${centerId}/uploads`, {
    method: 'POST',
    headers: { ...pult.headers, 'content-type': 'application/octet-stream' },
    body: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
    duplex: 'half',
  } as RequestInit)
  const { uploadId } = (await uploaded.json()) as { uploadId: string }
  const { importId } = await pult.post<{ importId: number }>(`/centers/${centerId}/imports`, {
    uploadId,
    fileName: 'queue_log',
    kind: 'queueLog',
  })
  let rolledAt = 0
  for (;;) {
    const one = await pult.get<Import>(`/centers/${centerId}/imports/${importId}`)
    if (one.status === 'rollingUp' && rolledAt === 0) rolledAt = performance.now()
    if (one.status === 'done') {
      clearInterval(sampler)
      const seconds = (performance.now() - began) / 1000
      console.log(`  stored after ${((rolledAt - began) / 1000).toFixed(1)} s, rolled up after ${seconds.toFixed(1)} s`)
      return { seconds, peak, report: one.report }
    }
    if (one.status === 'failed') throw new Error(one.problem ?? 'failed')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const folder = await mkdtemp(join(tmpdir(), 'pult-log-'))
const sizes = [option('mb', 10), option('mb2', 100)]
const pult = await openPult()
console.log(machine())
const peaks: number[] = []
for (const size of sizes) {
  const path = join(folder, `${size}.log`)
  const { lines, bytes } = await writeLog(path, size * 1024 ** 2)
  const { seconds, peak, report } = await importOnce(pult, path, `${size} MB`)
  peaks.push(peak)
  console.log(
    `${megabytes(bytes)}, ${lines} events: ${seconds.toFixed(1)} s, ${Math.round(lines / seconds)} events/s end to end; ` +
      `${report?.accepted} facts, ${report?.conflicts} conflicts; peak memory (PSS, database included) ${megabytes(peak)}`,
  )
}
console.log(`memory at the larger size ÷ at the smaller: ${((peaks[1] ?? 0) / (peaks[0] ?? 1)).toFixed(2)}`)
await pult.close()
await rm(folder, { recursive: true })
