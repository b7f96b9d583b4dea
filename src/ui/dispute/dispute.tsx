import type { Controls } from '../controls.ts'
import { PageFrame } from '../shell/page-frame.tsx'
import { Explained } from './explained.tsx'
import { Matrix } from './matrix.tsx'

/** The dispute that this program grew out of: seen on the wire, and explained. */
export function Dispute({ controls }: { readonly controls: Controls }) {
  return (
    <PageFrame controls={controls} title="The ChatGPT dispute: four servers, four clients">
      <p className="text-ink-2 max-w-[88ch]">
        In September 2025 people argued whether ChatGPT’s connectors follow the MCP specification,
        and had to capture traffic to find out. Here are four servers and four clients. Each cell is
        a walk through a practice server inside this page, made now; open one to see its requests.
      </p>
      <Matrix controls={controls} />
      <Explained />
    </PageFrame>
  )
}
