import type { Page } from './page.ts'
import { downloadText } from './platform/download.ts'
import { hasLinkedRun } from './platform/page.ts'
import { findRun, forgetRun } from './platform/saved-runs.ts'
import type { Exchange } from './protocol/index.ts'
import { redactedOf } from './run-end.ts'
import { showRun } from './show-run.ts'
import type { Controls, Refusal } from './ui/controls.ts'

/** Runs as they come from elsewhere and leave this tab. */
export function filesOf(page: Page) {
  const show = async (text: string): Promise<Refusal> => {
    const refusal = await showRun(page, text)
    // A reload would open the linked run once more.
    if (refusal === null && hasLinkedRun()) history.replaceState(null, '', location.pathname)
    return refusal
  }
  return {
    openFile: async (file) => show(await file.text()),
    async openLinkedRun() {
      if (!hasLinkedRun()) return null
      const { readRunLink } = await import('./platform/run-link.ts')
      const reading = await readRunLink(location.hash)
      const refusal =
        reading.kind === 'run' ? await showRun(page, reading.text, reading.at) : reading.says
      if (refusal !== null && page.run.document() === null)
        page.run.store.setState({ phase: 'idle' })
      return refusal
    },
    async openPreviousRun(id) {
      const saved = await findRun(id)
      return saved ? show(saved.text) : 'This browser no longer has that run.'
    },
    forgetPreviousRun(id) {
      void forgetRun(id).then(() => page.queries.invalidateQueries({ queryKey: ['runs'] }))
    },
    redacted() {
      const document = page.run.document()
      const engine = page.loaded()?.engine
      return document && engine ? redactedOf(engine, document) : null
    },
    saveFile() {
      const document = page.run.document()
      const engine = page.loaded()?.engine
      if (!document || !engine) return
      const host = URL.canParse(document.config.server)
        ? new URL(document.config.server).host
        : 'server'
      const name = `${host.replaceAll(/[^\w.-]/g, '-')}.run.json`
      downloadText(name, engine.serializeRun(redactedOf(engine, document)), 'application/json')
    },
    mask: (exchange) => masked(page, exchange),
    toCurl: async (exchange) => (await page.running()).engine.toCurl(masked(page, exchange)),
  } satisfies Partial<Controls>
}

/** The exchange as the redactor lets it leave. */
function masked(page: Page, exchange: Exchange): Exchange {
  const document = page.run.store.getState().document
  const engine = page.loaded()?.engine
  if (!document || !engine) return exchange
  const { exchanges } = redactedOf(engine, document)
  return exchanges.find(({ id }) => id === exchange.id) ?? exchange
}
