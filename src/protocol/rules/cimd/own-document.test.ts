import { expect, test } from 'vitest'
import { practise } from '../../practice-walk.ts'

const DOCUMENT = 'https://client.example/client.json'
const REDIRECT = 'http://localhost:4280/callback.html'
const GOOD = { client_id: DOCUMENT, client_name: 'Practice', redirect_uris: [REDIRECT] }

/** The rules about the document that a walk with this one breaks. */
async function brokenBy(answer: () => Response, reach?: 'browser' | 'browser-and-relay') {
  const { document } = await practise({
    config: { clientDocument: DOCUMENT },
    sandbox: { fetchDocument: () => Promise.resolve(answer()), faults: ['cimd-unchecked'] },
    ...(reach && { reach }),
  })
  const about = document.findings.filter(({ rule }) => /^CIMD-0[3-7]$/.test(rule))
  return {
    broken: about.filter(({ verdict }) => verdict === 'fail').map(({ rule }) => rule),
    status: document.outcome.status,
    verdicts: new Set(about.map(({ verdict }) => verdict)),
  }
}

const withMembers = (members: object) => () => Response.json({ ...GOOD, ...members })

test.each([
  ['a good document', withMembers({}), []],
  ['another client_id', withMembers({ client_id: `${DOCUMENT}/` }), ['CIMD-03']],
  ['no client_name', withMembers({ client_name: undefined }), ['CIMD-04']],
  ['a secret', withMembers({ client_secret: 'a-secret' }), ['CIMD-05']],
  [
    'another media type',
    () => new Response(JSON.stringify(GOOD), { headers: { 'Content-Type': 'text/plain' } }),
    ['CIMD-06'],
  ],
  ['a long one', withMembers({ client_uri: `https://a.example/${'x'.repeat(6000)}` }), ['CIMD-07']],
])('%s breaks no other rule', async (_, answer, rules) => {
  expect((await brokenBy(answer)).broken).toEqual(rules)
})

test('a document that the page may not read is judged through the relay, or not at all', async () => {
  const hidden = withMembers({ client_id: 'https://other.example/c' })
  expect((await brokenBy(hidden, 'browser-and-relay')).broken).toEqual(['CIMD-03'])
  const { verdicts, status } = await brokenBy(withMembers({}), 'browser')
  expect([...verdicts]).toEqual(['cannot-tell'])
  expect(status).toBe('passed')
})
