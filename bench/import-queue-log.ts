import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { Import } from '@pult/contract/imports'
import { createQueueLogWriter, demoCenter, simulateDay } from '@pult/engine/demo'
import { addDays, createZone } from '@pult/engine/time'

import { machine, megabytes, memoryOf, memoryTotal, option, type Memory } from './open-pult.ts'
import { startServer, type BenchServer } from './start-server.ts'

// A queue_log end to end: uploaded, read, stored, rolled up, by a server in a process of its own. `--mb 10 --mb2 100`: two
// sizes, whose memory is compared.

const SAMPLE_MS = 200

/** Days of the demonstration until the file is large enough; the lines' number. */
async function writeLog(path: string, bytes: number): Promise<{ lines: number; bytes: number }> {
  const center = demoCenter({ anchorDate: '2016-02-01' })
  const zone = createZone(center.timeZone)
  const writer = createQueueLogWriter()
  const counted = { lines: 0, bytes: 0 }
  function* chunks(): Generator<string> {
    // From the demonstration's first month on: agents work there, as in a real log.
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

interface Run {
  readonly seconds: number
  readonly storedSeconds: number
  readonly report: Import['report']
}

async function importOnce(pult: BenchServer, path: string): Promise<Run> {
  const centerId = await pult.createCenter('Замер')
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
  const secondsSince = (): number => (performance.now() - began) / 1000
  let storedSeconds = 0
  for (;;) {
    const one = await pult.get<Import>(`/centers/${centerId}/imports/${importId}`)
    if (one.status === 'rollingUp' && storedSeconds === 0) storedSeconds = secondsSince()
    if (one.status === 'done') return { seconds: secondsSince(), storedSeconds, report: one.report }
    if (one.status === 'failed') throw new Error(one.problem ?? 'failed')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** On a server that has just started: what an earlier import left in memory is not this one's. */
async function onFreshServer<Result>(work: (pult: BenchServer) => Promise<Result>): Promise<Result> {
  const pult = await startServer()
  try {
    return await work(pult)
  } finally {
    await pult.close()
  }
}

async function peakDuring(pult: BenchServer, work: () => Promise<unknown>): Promise<Memory> {
  let peak: Memory = { server: 0, database: 0 }
  const sampler = setInterval(() => {
    const now = memoryOf(pult.pid)
    if (memoryTotal(now) > memoryTotal(peak)) peak = now
  }, SAMPLE_MS)
  await work().finally(() => clearInterval(sampler))
  return peak
}

const folder = await mkdtemp(join(tmpdir(), 'pult-log-'))
const sizes = [option('mb', 10), option('mb2', 100)]
console.log(machine())
const peaks: number[] = []
for (const size of sizes) {
  const path = join(folder, `${size}.log`)
  const { lines, bytes } = await writeLog(path, size * 1024 ** 2)
  const { seconds, storedSeconds, report } = await onFreshServer((pult) => importOnce(pult, path))
  console.log(
    `${megabytes(bytes)}, ${lines} events: stored after ${storedSeconds.toFixed(1)} s, rolled up after ${seconds.toFixed(1)} s: ` +
      `${Math.round(lines / seconds)} events/s end to end; ${report?.accepted} facts, ${report?.conflicts} conflicts`,
  )
  // A second time for the memory: looking at it costs time.
  const peak = await onFreshServer((pult) => peakDuring(pult, () => importOnce(pult, path)))
  peaks.push(memoryTotal(peak))
  console.log(
    `  peak memory (PSS) ${megabytes(memoryTotal(peak))}: server ${megabytes(peak.server)}, database ${megabytes(peak.database)}`,
  )
  await rm(path)
}
console.log(`memory at the larger size ÷ at the smaller: ${((peaks[1] ?? 0) / (peaks[0] ?? 1)).toFixed(2)}`)
await rm(folder, { recursive: true })
