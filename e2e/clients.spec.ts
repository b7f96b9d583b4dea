import { expect, test } from './journey.ts'
import { openDebugger } from './pages/debugger.ts'

test('a client id is asked for where nothing else is offered', async ({
  page,
  pageUrl,
  practice,
}) => {
  const server = await practice({
    registration: {
      dynamic: false,
      documents: false,
      known: [{ clientId: 'by-hand', method: 'none', redirectUris: [`${pageUrl}callback.html`] }],
    },
  })
  const app = await openDebugger(page, pageUrl)
  await app.enter(server.url)
  await expect(app.step('Registration')).toContainText('waits for you')
  await app.field('Client id').fill('by-hand')
  await app.button('Go on').click()
  await app.expectTools()
  const { document } = await app.save()
  expect(document.config.clientId).toBe('by-hand')
})

const METHODS = ['client_secret_basic', 'client_secret_post'] as const

for (const method of METHODS) {
  test(`a client secret by ${method} survives the redirect`, async ({
    page,
    pageUrl,
    practice,
  }) => {
    const server = await practice({
      registration: {
        known: [
          {
            clientId: 'by-hand',
            clientSecret: 'p&ss wörd+1',
            method,
            redirectUris: [`${pageUrl}callback.html`],
          },
        ],
      },
    })
    const app = await openDebugger(page, pageUrl)
    await page.getByText('Advanced', { exact: true }).click()
    await app.field('Client id').fill('by-hand')
    await app.field('Client secret').fill('p&ss wörd+1')
    await page.getByRole('combobox', { name: 'Client authentication' }).selectOption(method)
    await app.enter(server.url)
    await app.expectTools()
    expect(page.url()).not.toContain('ss')
  })
}

test('client credentials bring the tools without a person', async ({ page, pageUrl, practice }) => {
  const server = await practice({
    grants: ['authorization_code', 'refresh_token', 'client_credentials'],
    registration: {
      known: [
        {
          clientId: 'machine',
          clientSecret: 'secret-of-the-machine',
          method: 'client_secret_basic',
          redirectUris: [],
          grants: ['client_credentials'],
        },
      ],
    },
  })
  const app = await openDebugger(page, pageUrl)
  await page.getByText('Advanced', { exact: true }).click()
  await page.getByRole('combobox', { name: 'Grant' }).selectOption('client_credentials')
  await app.field('Client id').fill('machine')
  await app.field('Client secret').fill('secret-of-the-machine')
  await app.enter(server.url)
  await app.expectTools()
  await expect(app.step('Authorization')).toContainText('not needed')
  expect(server.asked).not.toContain('GET /authorize')
})
