import { type ReactNode, lazy } from 'react'
import type { Controls } from './controls.ts'

const Consent = lazy(async () => ({ default: (await import('./practice/consent.tsx')).Consent }))
const Dispute = lazy(async () => ({ default: (await import('./dispute/dispute.tsx')).Dispute }))
const Gallery = lazy(async () => ({
  default: (await import('./gallery/gallery-page.tsx')).GalleryPage,
}))
const Rule = lazy(async () => ({ default: (await import('./rules/rule-page.tsx')).RulePage }))
const Rules = lazy(async () => ({ default: (await import('./rules/rules-page.tsx')).RulesPage }))

/** Pages of their own beside the debugger, each by the name that its address carries: `?dispute`. */
const PAGES: Readonly<Record<string, (controls: Controls) => ReactNode>> = {
  consent: (controls) => <Consent controls={controls} />,
  dispute: (controls) => <Dispute controls={controls} />,
  gallery: (controls) => <Gallery controls={controls} />,
  rule: (controls) => <Rule controls={controls} />,
  rules: (controls) => <Rules controls={controls} />,
}

/** The page that this query asks for; undefined where it asks for the debugger. */
export function findPage(query: URLSearchParams): ((controls: Controls) => ReactNode) | undefined {
  return Object.entries(PAGES).find(([name]) => query.has(name))?.[1]
}
