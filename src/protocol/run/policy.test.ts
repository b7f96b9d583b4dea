import { expect, test } from 'vitest'
import { practise } from '../practice-walk.ts'

test.each([
  ['2025-03-26', 'passed', null],
  ['2025-06-18', 'failed', 'ASM-03'],
] as const)(
  'metadata that names an issuer elsewhere: a client of %s has %s by %s',
  async (revision, status, cause) => {
    const origin = 'http://localhost:4281'
    const { document } = await practise({
      // Only the older client looks there by itself, so the newer one is sent there.
      config: { revision, ...(revision !== '2025-03-26' && { issuer: origin }) },
      sandbox: { issuerMetadataOn: 'both' },
    })
    expect(document.outcome).toMatchObject({ status, cause })
    const finding = document.findings.find(({ rule }) => rule === 'ASM-03')
    expect(finding?.verdict).toBe('fail')
  },
)
