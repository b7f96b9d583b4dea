import { holding } from './holding.ts'
import { expect, test } from './journey.ts'
import { consentOn } from './pages/consent.ts'
import { type Debugger, openDebugger } from './pages/debugger.ts'
import { toComparable } from './same-run.ts'

test('a reload of the consent page, and the way back and forth, change nothing in the run', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice({ consent: 'page' })
  const walk = async (interrupt: () => Promise<unknown>) => {
    const app = await openDebugger(page, pageUrl)
    await app.enter(server.url)
    await expect(consentOn(page).button('Allow')).toBeVisible()
    await interrupt()
    await consentOn(page).allow()
    await app.expectTools()
    const { document } = await app.save()
    await app.button('Back to the start').click()
    return toComparable(document)
  }
  const whole = await walk(() => Promise.resolve())
  expect(await walk(() => page.reload())).toEqual(whole)
  const backAndForth = async () => {
    await page.goBack()
    await page.reload()
    await page.goForward()
  }
  expect(await walk(backAndForth)).toEqual(whole)
})

test('a reload before each step leads to the same run as none', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice()
  const walk = async (pause: () => Promise<unknown>) => {
    const app = await openDebugger(page, pageUrl)
    await app.address.fill(server.url)
    await app.button('Step').click()
    const halts = await stepToTheEnd(app, pause)
    const { document } = await app.save()
    await app.button('Back to the start').click()
    return { halts, document: toComparable(document) }
  }
  const whole = await walk(() => Promise.resolve())
  expect(whole.halts).toEqual([
    'Next: Resource metadata',
    'Next: Server metadata',
    'Next: Scope',
    'Next: Registration',
    'Next: Authorization',
    `Sign in at ${new URL(server.issuer).host} to go on`,
    'Next: Token',
    'Next: Session',
    'Next: Tools',
  ])
  expect(await walk(() => page.reload())).toEqual(whole)
})

/** Presses on until the tools are there; gives what the walk said at each halt. */
async function stepToTheEnd(app: Debugger, pause: () => Promise<unknown>) {
  const halts: string[] = []
  for (;;) {
    await expect(app.verdict).toHaveText(/^(Next: |Sign in|Connected)/)
    const said = await app.verdict.innerText()
    if (said.startsWith('Connected')) return halts
    halts.push(said)
    await pause()
    await expect(app.verdict).toHaveText(said)
    const name = said.startsWith('Sign in') ? 'Sign in here' : 'Step'
    await app.verdictRegion.getByRole('button', { name, exact: true }).click()
    await expect(app.verdict).not.toHaveText(said)
  }
}

const MIDDLES = [
  ['POST', '/mcp'],
  ['GET', '/.well-known/oauth-protected-resource/mcp'],
  ['GET', '/.well-known/oauth-authorization-server'],
  ['POST', '/register'],
  ['POST', '/token'],
] as const

for (const [method, path] of MIDDLES) {
  test(`a reload while ${method} ${path} is under way resumes and reaches the tools`, async ({
    page,
    pageUrl,
    practice,
  }) => {
    const held = holding(method, path)
    const server = await practice({ answer: held.answer })
    const app = await openDebugger(page, pageUrl)
    await app.enter(server.url)
    await held.reached
    await page.reload()
    held.release()
    await app.expectTools()
    const { document } = await app.save()
    const cutOff = document.exchanges.filter(({ outcome }) => outcome.kind === 'aborted')
    expect(cutOff.map(({ request }) => new URL(request.url).pathname)).toContain(path)
  })
}

test('a run that failed is still there after a reload', async ({ page, pageUrl, practice }) => {
  const server = await practice({ fault: 'asm-nowhere' })
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await expect(app.verdictRegion).toContainText('ASM-01')
  const { document } = await app.save()
  await page.reload()
  await expect(app.verdictRegion).toContainText('ASM-01')
  expect((await app.save()).document).toEqual(document)
})

test('a run that has reached the tools is still there after a reload', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice()
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await app.expectTools()
  const { document } = await app.save()
  const asked = [...server.asked]
  await page.reload()
  await app.expectTools()
  expect((await app.save()).document).toEqual(document)
  expect(server.asked).toEqual(asked)
})
