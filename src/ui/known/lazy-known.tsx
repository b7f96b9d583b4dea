import { Suspense, lazy } from 'react'
import type { KnownBesideProps } from './known-beside.tsx'
import type { KnownProviderProps } from './known-provider.tsx'

// A run can be read without what is known elsewhere: where that cannot be fetched, its place stays empty.
const Beside = lazy(async () => ({
  default: (await import('./known-beside.tsx').catch(() => null))?.KnownBeside ?? Nothing,
}))
const Provider = lazy(async () => ({
  default: (await import('./known-provider.tsx').catch(() => null))?.KnownProvider ?? Nothing,
}))

/** What is known in the wild of a finding, once that has been fetched. */
export function LazyKnownBeside(props: KnownBesideProps) {
  return (
    <Suspense>
      <Beside {...props} />
    </Suspense>
  )
}

/** Who is on the other side, once what is known of providers has been fetched. */
export function LazyKnownProvider(props: KnownProviderProps) {
  return (
    <Suspense>
      <Provider {...props} />
    </Suspense>
  )
}

function Nothing() {
  return null
}
