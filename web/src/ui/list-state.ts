import { useMemo } from 'react'
import { useSearchParams } from 'wouter'

export type Sort = { key: string; down: boolean }
export type ListState = ReturnType<typeof useListState>

const sizeKey = 'silian.pageSize'

/**
 * What a list shows, kept in the address, so that it can be sent as a link: filters, page, rows per page, order.
 * `useListState({ sort: '-submittedAt' })`; then `list.filters.school`, `list.set({ school: id })`, `list.query` for the endpoint.
 */
export function useListState(defaults: { sort?: string; filters?: Readonly<Record<string, string>> } = {}) {
  const [search, setSearch] = useSearchParams()
  const text = search.toString()

  return useMemo(() => {
    const now = new URLSearchParams(text)
    const page = Math.max(1, Number(now.get('page')) || 1)
    const size = [20, 50, 100].find((one) => String(one) === (now.get('size') ?? remembered())) ?? 20
    const order = now.get('sort') ?? defaults.sort ?? ''
    const filters: Record<string, string> = { ...defaults.filters }
    for (const [key, value] of now) if (!['page', 'size', 'sort', 'tab', 'row'].includes(key)) filters[key] = value

    /** Changes some of the address; null or '' takes a key away. Anything but a new page starts again at the first. */
    const change = (changes: Readonly<Record<string, string | number | null | undefined>>, options?: { replace?: boolean }) =>
      setSearch((before) => {
        const next = new URLSearchParams(before)
        if (!('page' in changes) && !('row' in changes)) next.delete('page')
        for (const [key, value] of Object.entries(changes)) {
          const isDefault = value === (defaults.filters?.[key] ?? '')
          if (value === null || value === undefined || isDefault || (key === 'page' && value === 1)) next.delete(key)
          else next.set(key, String(value))
        }
        return next
      }, options)

    return {
      page,
      size,
      filters,
      sort: order ? { key: order.replace(/^-/, ''), down: order.startsWith('-') } : null,
      /** For the endpoint: everything that is set, in one object. */
      query: { page, size, ...(order ? { sort: order } : {}), ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== '')) } as Record<string, string | number> & { page: number; size: number },
      set: change,
      setPage: (to: number) => change({ page: to }),
      setSize: (to: number) => {
        remember(to)
        change({ size: to })
      },
      setSort: (to: Sort | null) => change({ sort: to && `${to.down ? '-' : ''}${to.key}` }),
      clear: () => change(Object.fromEntries(Object.keys(filters).map((key) => [key, null]))),
    }
    // The defaults are written at the call and do not change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text, setSearch])
}

function remembered(): string | null {
  try {
    return localStorage.getItem(sizeKey)
  } catch {
    return null
  }
}

function remember(size: number) {
  try {
    localStorage.setItem(sizeKey, String(size))
  } catch {
    // Forbidden storage: it stays in the address.
  }
}
