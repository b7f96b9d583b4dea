import { useSyncExternalStore } from 'react'

/** True while the media query matches. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}

/** `wide`: walk, list and inspector side by side. `middle`: the inspector opens at the side. `narrow`: one at a time. */
export type Layout = 'wide' | 'middle' | 'narrow'

/** How much fits beside each other. */
export function useLayout(): Layout {
  const wide = useMedia('(min-width: 1080px)')
  const middle = useMedia('(min-width: 720px)')
  if (wide) return 'wide'
  return middle ? 'middle' : 'narrow'
}

/** False while the browser says that it has no network. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('online', changed)
      addEventListener('offline', changed)
      return () => {
        removeEventListener('online', changed)
        removeEventListener('offline', changed)
      }
    },
    () => navigator.onLine,
  )
}
