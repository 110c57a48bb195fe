import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'

import type { ThreadNews, ThreadTask } from './roster-threads.ts'

/** A thread’s side of `searchInThreads`: what it was asked, and how it tells and hears without ever waiting. */
export interface SearchThread<Instance, Roster> {
  readonly task: ThreadTask<Instance>
  readonly secondsLeft: () => number
  readonly tell: (news: ThreadNews<Roster>) => void
  /** The news of other threads since the last call. */
  readonly hear: () => readonly ThreadNews<Roster>[]
}

export function openSearchThread<Instance, Roster>(): SearchThread<Instance, Roster> {
  const port = parentPort
  if (port === null) throw new Error('a thread of the search was started outside of a thread')
  const task = workerData as ThreadTask<Instance>
  return {
    task,
    secondsLeft: () => (task.endsAt - performance.timeOrigin - performance.now()) / 1000,
    tell: (news) => port.postMessage(news),
    hear() {
      const heard: ThreadNews<Roster>[] = []
      for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port))
        heard.push(next.message as ThreadNews<Roster>)
      return heard
    },
  }
}
