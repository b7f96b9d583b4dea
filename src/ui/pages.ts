import { type ComponentType, lazy } from 'react'
import type { Controls } from './controls.ts'

type PageProps = { readonly controls: Controls }

/** Pages of their own beside the debugger, each by the name that its address carries: `?dispute`. */
const PAGES: Readonly<Record<string, ComponentType<PageProps>>> = {
  consent: lazy(async () => ({ default: (await import('./practice/consent.tsx')).Consent })),
  dispute: lazy(async () => ({ default: (await import('./dispute/dispute.tsx')).Dispute })),
}

/** The page that this query asks for; undefined where it asks for the debugger. */
export function findPage(query: URLSearchParams): ComponentType<PageProps> | undefined {
  return Object.entries(PAGES).find(([name]) => query.has(name))?.[1]
}
