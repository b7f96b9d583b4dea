import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './journey.ts'
import { runFlow } from './program.ts'
import { ACCOUNT, behindForms, LOGIN_PAGES } from './servers/login-pages.ts'

const ENVIRONMENT = { FLOW_USER: ACCOUNT.user, FLOW_PASSWORD: ACCOUNT.password }

test('a ready module presses the button that says yes', async ({ practice }) => {
  const server = await practice({ consent: 'page' })
  const { code, stdout } = await runFlow([server.url, '--consent', 'one-click'])
  expect(stdout).toContain('passed')
  expect(code).toBe(0)
})

for (const [name, forms] of Object.entries(LOGIN_PAGES)) {
  test(`a ready module signs in at the forms of ${name}`, async ({ practice }) => {
    const server = await practice({ answer: behindForms(forms) })
    const { code, stdout, stderr } = await runFlow([server.url, '--consent', name], ENVIRONMENT)
    expect(stdout + stderr).toContain('passed')
    expect(code).toBe(0)
    expect(server.asked.filter((each) => each === 'POST /authorize')).toHaveLength(forms.length)
  })
}

test('a password that is refused is said and not shown, with a picture of the page and a trace', async ({
  practice,
}, info) => {
  const server = await practice({ answer: behindForms(LOGIN_PAGES.keycloak) })
  const wrong = { ...ENVIRONMENT, FLOW_PASSWORD: 'wrong horse' }
  const out = info.outputPath('out')
  const { code, stdout, stderr } = await runFlow(
    [server.url, '--consent', 'keycloak', '--out', out, '--trace'],
    wrong,
  )
  expect(stdout).toContain('the page asks for the password again, so it did not take the first')
  expect(stdout + stderr).not.toContain('wrong horse')
  expect(code).toBe(1)
  const files = readdirSync(out)
  const [picture] = files.filter((file) => file.endsWith('.consent.png'))
  expect(
    readFileSync(join(out, picture ?? ''))
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
  const [trace] = files.filter((file) => file.endsWith('.trace.zip'))
  expect(
    readFileSync(join(out, trace ?? ''))
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain(picture)
  for (const file of files.filter((each) => each !== trace)) {
    expect(readFileSync(join(out, file), 'latin1')).not.toContain('wrong horse')
  }
})

test('an account that nobody set is told before anything starts', async () => {
  const server = 'https://tools.example/mcp'
  const run = await runFlow([server, '--consent', 'keycloak', '--account', 'STAGING'])
  expect(run.stderr).toContain('set FLOW_USER_STAGING and FLOW_PASSWORD_STAGING in the environment')
  expect(run.code).toBe(2)
  const unknown = await runFlow([server, '--consent', 'keyclok'])
  expect(unknown.stderr).toContain('the ready ones are one-click, username-password, keycloak')
  expect(unknown.code).toBe(2)
})
