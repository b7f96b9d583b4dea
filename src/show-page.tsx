import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createControls, walkAddress } from './controls.ts'
import { startPage } from './page.ts'
import { followLinks } from './platform/place.ts'
import { App } from './ui/app.tsx'
import './ui/styles.css'

/** Joins the parts of the page and draws it there. */
export function showPage(root: Element): void {
  // Side data only: nothing here may be asked twice by itself.
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Infinity, refetchOnWindowFocus: false } },
  })
  const page = startPage(queries)
  followLinks((url) => walkAddress(page, url))
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App controls={createControls(page)} />
      </QueryClientProvider>
    </StrictMode>,
  )
}
