import { useEffect, useMemo, useState } from 'react'
import { pageAddress } from '../../platform/page.ts'
import { LONGEST_LINK, toRunLink } from '../../platform/run-link.ts'
import { type RedactedRun, toLinkText } from '../../protocol/reports.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { Preview } from './preview.tsx'
import { saySize } from './size-words.ts'

/** The run inside an address: what the link carries, how long it is, and what to do when it is too long. */
export function ShareAsLink({ run, at }: { run: RedactedRun; at: string | null }) {
  const text = useMemo(() => toLinkText(run), [run])
  const link = useRunLink(text, at)
  const readable = useMemo(() => JSON.stringify(JSON.parse(text), null, 2), [text])
  const isTooLong = link !== null && link.length > LONGEST_LINK
  return (
    <>
      <p>
        Opens this run here, at the request that is on screen. The run stands behind the # of the
        address, which no browser sends to a server. Rules that did not apply are left out.
      </p>
      {isTooLong ? (
        <p className="bg-warning-soft text-warning rounded-lg px-3 py-2">
          This link has {saySize(link.length)}. Programs cut links that are longer than{' '}
          {saySize(LONGEST_LINK)}: share the run file instead.
        </p>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <CopyButton
            kind="primary"
            label="Copy the link"
            disabled={link === null}
            text={() => link ?? ''}
          />
          <span className="text-ink-2 min-w-0 truncate">
            {link !== null && `${link.slice(0, 60)}…, ${saySize(link.length)}`}
          </span>
        </div>
      )}
      <Preview label="What leaves in the link" text={readable} />
    </>
  )
}

/** The link, once it is packed. */
function useRunLink(text: string, at: string | null): string | null {
  const [link, setLink] = useState<string | null>(null)
  useEffect(() => {
    let isWanted = true
    void toRunLink(pageAddress(), { text, at }).then((made) => {
      if (isWanted) setLink(made)
    })
    return () => {
      isWanted = false
    }
  }, [text, at])
  return link
}
