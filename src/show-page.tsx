import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createControls } from './controls.ts'
import { startPage } from './page.ts'
import { App } from './ui/app.tsx'
import { findPage } from './ui/pages.ts'
import './ui/styles.css'

/** Joins the parts of the page and draws it there. */
export function showPage(root: Element): void {
  // Side data only: nothing here may be asked twice by itself.
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Infinity, refetchOnWindowFocus: false } },
  })
  const page = startPage(queries)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App
          controls={createControls(page)}
          page={findPage(new URLSearchParams(location.search))}
        />
      </QueryClientProvider>
    </StrictMode>,
  )
}
