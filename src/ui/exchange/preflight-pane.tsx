import type { Exchange, RunDocument } from '../../protocol/index.ts'
import { findPreflightReasons } from '../timeline/preflight.ts'
import { Section } from './section.tsx'

/** What can be said of a request that the browser made on its own and never showed. */
export function PreflightPane({
  exchange,
  document,
}: {
  exchange: Exchange
  document: RunDocument
}) {
  const origin = new URL(document.config.redirectUri).origin
  const reasons = findPreflightReasons(exchange, origin)
  return (
    <>
      <Section>
        <p className="text-ink-2 max-w-[72ch]">
          Before it sent this request, the browser asked the server with an OPTIONS request whether
          a page on {origin} may make it. A page never sees that request or its answer; that it was
          made follows from what was sent, unless the browser still remembered an earlier answer.
        </p>
      </Section>
      <Section title="Asked about because of">
        <ul className="text-row font-mono">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </Section>
    </>
  )
}
