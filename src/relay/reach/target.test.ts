import { afterEach, expect, test } from 'vitest'
import { askRelay, closeServers, startRelay } from '../loopback.ts'

afterEach(closeServers)

test.each([
  ['file:///etc/passwd', 'bad-scheme', '"file:"'],
  ['ftp://a.example/', 'bad-scheme', '"ftp:"'],
  ['javascript:alert(1)', 'bad-scheme', '"javascript:"'],
  ['/relative', 'bad-url', '"/relative"'],
  ['', 'bad-url', '""'],
  ['http://', 'bad-url', '"http://"'],
  ['http://a.example:99999/', 'bad-url', ':99999'],
  ['https://user:pass@a.example/', 'bad-url', 'a.example'],
])('the URL %j ends as %s', async (url, code, seen) => {
  const { head, end } = await askRelay(await startRelay(), { url })
  expect(head).toBeUndefined()
  expect(end).toMatchObject({ kind: 'failed', code, message: expect.stringContaining(seen) })
  expect(JSON.stringify(end)).not.toContain('pass@')
})
