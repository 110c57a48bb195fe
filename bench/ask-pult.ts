/** Requests to a running Pult, as its administrator. */
export interface AskPult {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  createCenter(name: string): Promise<number>
  post<Reply>(path: string, body: unknown): Promise<Reply>
  get<Reply>(path: string): Promise<Reply>
}

export function askPult(address: string, token: string): AskPult {
  const headers = { authorization: `Bearer ${token}` }
  const read = async <Reply>(response: Response): Promise<Reply> => {
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
    return (await response.json()) as Reply
  }
  const post = async <Reply>(path: string, body: unknown): Promise<Reply> =>
    read(
      await fetch(`${address}/api/v1${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
  return {
    address,
    headers,
    post,
    get: async (path) => read(await fetch(`${address}/api/v1${path}`, { headers })),
    createCenter: async (name) =>
      (await post<{ centerId: number }>('/centers', { name, timeZone: 'Europe/Moscow', calendar: 'ru' })).centerId,
  }
}
