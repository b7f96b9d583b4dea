import { useDeferredValue, useState } from 'react'
import type { DocumentTool, RunDocument } from '../../protocol/index.ts'

/** The tools that the server listed, with a search over names and descriptions. */
export function Tools({ document }: { document: RunDocument }) {
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search.trim().toLowerCase())
  const tools = document.tools.filter((tool) => wanted === '' || textOf(tool).includes(wanted))
  if (document.tools.length === 0) return <NoTools document={document} />
  return (
    <div className="flex h-full min-h-0 flex-col">
      <h2 className="sr-only">Tools</h2>
      <div className="border-line flex items-center gap-3 border-b px-4 py-2">
        <input
          type="search"
          aria-label="Search the tools"
          placeholder="Search the tools"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          className="border-line bg-surface text-row h-6.5 w-60 min-w-0 rounded-md border px-2"
        />
        <output className="text-row text-ink-3">
          {wanted === '' ? `${tools.length} in all` : `${tools.length} of ${document.tools.length}`}
        </output>
      </div>
      <ul className="min-h-0 flex-1 overflow-auto px-4">
        {tools.map((tool, index) => (
          <li key={`${index}-${tool.name}`} className="border-line border-b py-2.5 last:border-0">
            <h3 className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-mono font-medium wrap-anywhere">{tool.name}</span>
              {tool.title !== null && <span className="text-ink-2">{tool.title}</span>}
            </h3>
            {tool.description !== null && (
              <p className="text-ink-2 max-w-[88ch] wrap-anywhere whitespace-pre-line">
                {tool.description}
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function textOf(tool: DocumentTool): string {
  return `${tool.name} ${tool.title ?? ''} ${tool.description ?? ''}`.toLowerCase()
}

function NoTools({ document }: { document: RunDocument }) {
  return (
    <p className="text-ink-3 p-4">
      {document.outcome.status === 'passed'
        ? 'The server answered tools/list with an empty list.'
        : 'No tools yet: tools/list was not answered.'}
    </p>
  )
}
