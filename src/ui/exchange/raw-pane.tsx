import type { Exchange } from '../../protocol/index.ts'
import { CodeBlock } from '../parts/code-block.tsx'
import { toRawText } from './raw-text.ts'
import { Section } from './section.tsx'

/** Request and answer as they would stand on the wire. */
export function RawPane({ exchange }: { exchange: Exchange }) {
  return (
    <Section>
      <CodeBlock label="Request and answer as text" text={toRawText(exchange)} />
    </Section>
  )
}
