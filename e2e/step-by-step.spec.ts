import { expect, test } from './journey.ts'
import { openDebugger } from './pages/debugger.ts'

test('step by step, a value is changed before the step that uses it', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice()
  const app = await openDebugger(page, pageUrl)
  await app.address.fill(server.url)
  await app.button('Step').click()
  await expect(app.verdict).toHaveText('Next: Resource metadata')
  await expect(app.step('Challenge')).toContainText('passed')
  await expect(app.step('Resource metadata')).toContainText('not reached')
  for (const next of ['Server metadata', 'Scope']) {
    await app.inVerdict('Step').click()
    await expect(app.verdict).toHaveText(`Next: ${next}`)
  }
  await app.field('Scope').fill('tools vault')
  await app.inVerdict('Step').click()
  await expect(app.verdict).toHaveText('Next: Registration')
  await app.inVerdict('Run to the end').click()
  await app.expectTools()
  const { document } = await app.save()
  const request = document.exchanges.find(({ step }) => step === 'authorization')
  expect(new URL(request?.request.url ?? '').searchParams.get('scope')).toBe('tools vault')
})

test('step by step, the redirect does not run on to the end', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice()
  const app = await openDebugger(page, pageUrl)
  await app.address.fill(server.url)
  await app.button('Step').click()
  for (const next of ['Resource metadata', 'Server metadata', 'Scope', 'Registration']) {
    await expect(app.verdict).toHaveText(`Next: ${next}`)
    await app.inVerdict('Step').click()
  }
  await expect(app.verdict).toHaveText('Next: Authorization')
  await app.inVerdict('Step').click()
  await app.button('Sign in here').click()
  await expect(app.verdict).toHaveText('Next: Token')
  expect(server.asked).not.toContain('POST /token')
})
