import type { RunDocument } from '../../protocol/index.ts'
import { SCOPE_PLACES, toScopeRows } from './scope-rows.ts'

/** For each scope who named it, whether it was asked for and granted, and which rule decided. */
export function ScopesPanel({ document }: { readonly document: RunDocument }) {
  const rows = toScopeRows(document)
  const decisions = document.decisions.filter(({ step }) => step === 'scope')
  return (
    <div className="h-full overflow-auto p-4">
      <h2 className="sr-only">Scopes</h2>
      {decisions.map(({ says, why, spec }) => (
        <p key={says} className="max-w-[88ch] pb-2 wrap-anywhere">
          <span className="font-medium">{says}</span>
          {why !== null && <span className="text-ink-2">: {why}.</span>}
          {spec !== null && (
            <>
              {' '}
              <a href={spec.url} target="_blank" rel="noreferrer" className="text-accent">
                {spec.title}
              </a>
            </>
          )}
        </p>
      ))}
      {rows.length === 0 ? (
        <p className="text-ink-3">No scope was named by anybody in this run.</p>
      ) : (
        <Matrix rows={rows} />
      )}
    </div>
  )
}

function Matrix({ rows }: { readonly rows: ReturnType<typeof toScopeRows> }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label="Scopes by place">
      <table aria-label="Scopes" className="border-collapse text-left">
        <thead>
          <tr className="border-line text-row text-ink-3 border-b align-bottom">
            <th scope="col" className="py-1 pr-4 font-medium">
              Scope
            </th>
            {SCOPE_PLACES.map((place) => (
              <th key={place} scope="col" className="py-1 pr-4 font-medium whitespace-nowrap">
                {place}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ scope, places }) => (
            <tr key={scope} className="border-line border-b last:border-0">
              <th scope="row" className="py-1.5 pr-4 font-mono font-normal whitespace-nowrap">
                {scope}
              </th>
              {SCOPE_PLACES.map((place) => (
                <td key={place} className="py-1.5 pr-4">
                  {places.has(place) ? 'yes' : <span className="text-ink-3">–</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
