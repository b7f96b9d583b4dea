const listeners = new Set<() => void>()
let followed = false

/** The query of the page's address, as it stands. */
export function readQuery(): string {
  return location.search
}

/** True once somebody has come from one place of this page to another without loading it anew. */
export function wasFollowed(): boolean {
  return followed
}

/** Hears when a link inside the page, or Back, has changed the query. */
export function onQueryChange(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('popstate', listener)
  }
}

/** Goes to another address of this page without loading it anew; Back leads here again. */
export function goTo(address: string): void {
  history.pushState(null, '', address)
  scrollTo(0, 0)
  followed = true
  for (const listener of listeners) listener()
}

/** Notes in the address what is shown, so that Back and a copied address lead to it. */
export function replaceQuery(query: string): void {
  history.replaceState(null, '', query)
}

/** Takes up plain clicks on links that lead to this very page; those that open a tab stay with the browser. */
export function followLinks(go: (url: URL) => void): void {
  document.addEventListener('click', (event) => {
    const url = insideLink(event)
    if (!url) return
    event.preventDefault()
    go(url)
  })
}

function insideLink(event: MouseEvent): URL | undefined {
  const { target, button, metaKey, ctrlKey, shiftKey, altKey } = event
  if (event.defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return
  const link = target instanceof Element ? target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.target !== '' || link.hasAttribute('download'))
    return undefined
  const url = new URL(link.href)
  const isHere = url.origin === location.origin && url.pathname === location.pathname
  // A folder of published runs has ways of its own.
  return isHere && url.hash === '' && !url.searchParams.has('runs') ? url : undefined
}
