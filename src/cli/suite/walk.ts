import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../flow/browser.ts'
import { secretsFor } from '../flow/secrets.ts'
import { nameOf, readServer, type Target } from '../flow/target.ts'
import { parseTargets } from '../flow/targets-file.ts'
import { UsageError } from '../flow/usage-error.ts'
import { type Site, walkTarget } from '../flow/walk-target.ts'
import { servePage } from '../serve.ts'
import type { FlowOptions, FlowRun } from './api.ts'
import { toRun } from './to-run.ts'

// Built, this file is dist/node/e2e.js.
const PAGE = fileURLToPath(new URL('../page', import.meta.url))

/** Serves the built page; whoever opens it closes it. */
export function openPage() {
  return servePage({ folder: PAGE, port: 0 })
}

/** Walks a server in a browser that is there. It throws a UsageError for options that cannot be. */
export async function walkIn(
  site: Site,
  server: string,
  options: FlowOptions = {},
): Promise<FlowRun> {
  const target = toTarget(server, options)
  const { consent, clientSecret, privateKey } = options
  const credentials = {
    ...(clientSecret !== undefined && { clientSecret }),
    ...(privateKey !== undefined && { privateKey }),
  }
  const ending = await walkTarget(site, target, {
    secrets: secretsFor(target, credentials),
    consent,
    isWatched: consent !== undefined,
    signal: new AbortController().signal,
  })
  return toRun(target, ending)
}

/** The same with a page and, where none is given, a browser of its own. */
export async function walkAlone(
  server: string,
  { browser, ...options }: FlowOptions & { readonly browser?: Browser } = {},
): Promise<FlowRun> {
  const page = await openPage()
  try {
    const pageUrl = page.url
    if (browser) return await walkIn({ browser, pageUrl }, server, options)
    const own = await launchBrowser({ headed: false })
    try {
      return await walkIn({ browser: own, pageUrl }, server, options)
    } finally {
      await own.close()
    }
  } finally {
    await page.close()
  }
}

/** Goes through the reader of targets files, so that both know the same options and say the same of wrong ones. */
function toTarget(server: string, options: FlowOptions): Target {
  const { consent: _, clientSecret: __, privateKey: ___, ...settings } = options
  const reading = readServer(server)
  if (reading.kind === 'wrong') throw new UsageError(reading.says)
  const entry = { ...settings, server, name: options.name ?? nameOf(reading.url) }
  const text = JSON.stringify({ targets: [entry] })
  const [target] = parseTargets(text, { folder: process.cwd(), given: new Map() })
  if (!target) throw new UsageError('There is no target')
  return target
}
