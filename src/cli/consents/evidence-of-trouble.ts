import type { BrowserContext } from 'playwright-core'

/** Milliseconds that a page has to be photographed. */
const POSE = 3_000

/** The page away from home, as PNG; what stands in its fields is covered. */
export async function photograph(
  context: BrowserContext,
  home: string,
): Promise<Uint8Array | undefined> {
  const page = context.pages().find((each) => !each.url().startsWith(`${home}/`))
  const mask = page ? [page.locator('input, textarea')] : []
  // A page that hangs cannot be photographed; the words say what happened.
  return page?.screenshot({ mask, timeout: POSE }).catch(() => undefined)
}

/** Does the work with a Playwright trace of all that happens, which is kept only when there was trouble. */
export async function traced<Ending extends { readonly problem: string | undefined }>(
  { tracing }: BrowserContext,
  path: string | undefined,
  work: () => Promise<Ending>,
): Promise<Ending> {
  if (path === undefined) return work()
  await tracing.start({ screenshots: true, snapshots: true })
  const ending = await work()
  await tracing.stop(ending.problem === undefined ? {} : { path })
  return ending
}
