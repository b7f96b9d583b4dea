import type { RunDocument } from '../../protocol/index.ts'

/** Under the timeline: how many requests, which colour is whose, and how they travelled. */
export function TimelineFoot({ document }: { document: RunDocument }) {
  const { exchanges } = document
  const own = exchanges.filter(({ diagnostic }) => diagnostic !== undefined).length
  const relayed = exchanges.filter(({ via }) => via === 'relay').length
  return (
    <footer className="border-line text-row text-ink-2 flex flex-wrap items-center gap-x-4 gap-y-1 border-t px-3.5 py-2.5">
      <span>
        <b className="text-ink font-semibold">{exchanges.length}</b>{' '}
        {exchanges.length === 1 ? 'request' : 'requests'}
        {own > 0 && `, ${own} of them our own`}
      </span>
      <Swatch look="bg-server" name="MCP server" />
      <Swatch look="bg-issuer" name="authorization server" />
      {exchanges.some(({ via }) => via === 'navigation') && (
        <Swatch look="border-y border-person bg-person/25" name="you" />
      )}
      <span className="ml-auto">
        {relayed === 0 ? 'all through the browser' : `${relayed} through the relay`}
      </span>
    </footer>
  )
}

function Swatch({ look, name }: { look: string; name: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className={`size-2 rounded-xs forced-color-adjust-none ${look}`} />
      {name}
    </span>
  )
}
