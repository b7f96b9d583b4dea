import { documentOfLog, redactRun, serializeRun, walkOn } from '../../src/protocol/engine.ts'
import { DEFAULT_CONFIG, type RunEvent } from '../../src/protocol/index.ts'
import { fetchAsBrowser } from '../../src/sandbox/as-browser.ts'
import { type ImitationName, imitate } from '../../src/sandbox/providers.ts'
import { createSandbox } from '../../src/sandbox/sandbox.ts'

const PAGE = 'https://debugger.example'

/** The file of a walk against an imitated provider at the provider's own addresses, up to where it halts. */
export async function recordImitation(name: ImitationName): Promise<string> {
  const sandbox = createSandbox(imitate(name))
  const events: RunEvent[] = [
    {
      type: 'run-started',
      at: 1,
      run: 'imitated',
      config: {
        ...DEFAULT_CONFIG,
        server: sandbox.options.server,
        redirectUri: `${PAGE}/callback.html`,
        clientUri: `${PAGE}/`,
      },
    },
  ]
  let now = 1
  await walkOn({
    log: { events: () => events, append: (event) => void events.push(event) },
    ports: {
      fetch: (url, init) => fetchAsBrowser(sandbox.fetch, { url, init, pageOrigin: PAGE }),
      pageOrigin: PAGE,
      now: () => (now += 1),
    },
    secrets: {},
    signal: new AbortController().signal,
    mode: 'run',
  })
  return serializeRun(redactRun(documentOfLog(events, { name: 'e2e', version: '1' }, false)))
}
