import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

/** How one part of a page's state is written in the address. */
export interface ViewField<Value> {
  readonly start: Value
  /** What the address says, or undefined when it says nothing sensible: then `start` holds. */
  readonly read: (text: string) => Value | undefined
  readonly write: (value: Value) => string
}

// oxlint-disable-next-line typescript/no-explicit-any -- fields of every value stand side by side
export type ViewFields = Readonly<Record<string, ViewField<any>>>

/** The state of a page that its address holds: filters, period, tab. */
export interface View<Fields extends ViewFields> {
  readonly fields: Fields
  readonly start: { readonly [Name in keyof Fields]: Fields[Name] extends ViewField<infer Value> ? Value : never }
}

export type StateOf<V> = V extends View<infer Fields> ? View<Fields>['start'] : never

/** Declares what of a page's state its address holds. Parts that stand at their start are left out of the address. */
export function defineView<Fields extends ViewFields>(fields: Fields): View<Fields> {
  const start = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.start as unknown]))
  return { fields, start: start as View<Fields>['start'] }
}

export const inAddress = {
  text: (start = ''): ViewField<string> => ({ start, read: (text) => text, write: (value) => value }),
  number: (start: number): ViewField<number> => ({ start, read: toNumber, write: String }),
  maybeNumber: (): ViewField<number | null> => ({
    start: null,
    read: toNumber,
    write: (value) => (value === null ? '' : String(value)),
  }),
  flag: (start = false): ViewField<boolean> => ({
    start,
    read: (text) => text === '1',
    write: (value) => (value ? '1' : '0'),
  }),
  oneOf: <const Value extends string>(values: readonly Value[], start: NoInfer<Value>): ViewField<Value> => ({
    start,
    read: (text) => values.find((value) => value === text),
    write: (value) => value,
  }),
  texts: (start: readonly string[] = []): ViewField<readonly string[]> => ({
    start,
    read: toList,
    write: (value) => value.join(','),
  }),
  numbers: (start: readonly number[] = []): ViewField<readonly number[]> => ({
    start,
    read: (text) => toList(text).flatMap((item) => toNumber(item) ?? []),
    write: (value) => value.join(','),
  }),
} as const

function toNumber(text: string): number | undefined {
  const value = Number(text)
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value
}

const toList = (text: string): readonly string[] => text.split(',').filter((item) => item !== '')

/** Reads a view from the search part of an address; nonsense falls back to the start. */
export function readView<Fields extends ViewFields>(view: View<Fields>, search: string): View<Fields>['start'] {
  const asked = new URLSearchParams(search)
  const state = Object.entries(view.fields).map(([name, field]) => {
    const text = asked.get(name)
    return [name, (text === null ? undefined : (field.read(text) as unknown)) ?? (field.start as unknown)]
  })
  return Object.fromEntries(state) as View<Fields>['start']
}

/** The search part that holds a view, with its `?`; empty when everything stands at its start. */
export function writeView<Fields extends ViewFields>(
  view: View<Fields>,
  state: Partial<View<Fields>['start']>,
): string {
  const search = new URLSearchParams()
  for (const [name, field] of Object.entries(view.fields)) {
    const value = state[name]
    if (value === undefined) continue
    const text = field.write(value)
    if (text !== field.write(field.start)) search.set(name, text)
  }
  // Commas and colons are lawful in a query, and an address that can be read can be trusted.
  const text = search.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
  return text === '' ? '' : `?${text}`
}

export interface SetViewOptions {
  /** A step that the browser's Back should undo; unless said, the address changes in place. */
  readonly asStep?: boolean
}

export type SetView<State> = (change: Partial<State>, options?: SetViewOptions) => void

/**
 * The page's state as its address holds it, and a way to change it: `const [view, setView] = useView(contactsView)`. The view must be
 * declared outside the component.
 */
export function useView<Fields extends ViewFields>(
  view: View<Fields>,
): readonly [View<Fields>['start'], SetView<View<Fields>['start']>] {
  const search = useRouterState({ select: (state) => state.location.searchStr })
  const navigate = useNavigate()
  const state = useMemo(() => readView(view, search), [view, search])
  const setView = useCallback<SetView<View<Fields>['start']>>(
    (change, { asStep = false } = {}) => {
      // The address bar is read, not the render: two changes in one tick must both hold.
      const { pathname, search: now } = window.location
      const next = writeView(view, { ...readView(view, now), ...change })
      void navigate({ href: pathname + next, replace: !asStep, resetScroll: false })
    },
    [view, navigate],
  )
  return [state, setView]
}
