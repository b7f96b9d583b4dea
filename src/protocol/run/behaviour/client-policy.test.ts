import { expect, test } from 'vitest'
import { SPEC_CLIENT } from '../../rules/build-run.ts'
import { REVISION_POLICIES } from '../policy.ts'
import { newestFor, policyOf, unknownIn } from './client-policy.ts'

test('a client that differs in nothing does what the revision says', () => {
  expect(policyOf(SPEC_CLIENT, '2025-11-25')).toEqual(REVISION_POLICIES['2025-11-25'])
})

test('what is known of a client comes before the revision', () => {
  const client = { ...SPEC_CLIENT, differs: { scopeFrom: ['server-metadata'] } } as const
  expect(policyOf(client, '2026-07-28').scopeFrom).toEqual(['server-metadata'])
})

test('a check that nobody knows of is not made, and all else that nobody knows of is the revision’s', () => {
  const client = { ...SPEC_CLIENT, differs: { issuerCheck: null, discovery: null } } as const
  const policy = policyOf(client, '2026-07-28')
  expect(policy.issuerCheck).toBe('none')
  expect(policy.discovery).toEqual(REVISION_POLICIES['2026-07-28'].discovery)
  expect(unknownIn(client.differs)).toEqual(['issuerCheck', 'discovery'])
})

test.each([
  ['2025-09', '2025-06-18'],
  ['2025-11', '2025-11-25'],
  ['2026-08', '2026-07-28'],
  ['2024-12', '2025-03-26'],
])('a client last seen in %s begins with %s', (seenIn, revision) => {
  expect(newestFor({ ...SPEC_CLIENT, seenIn })).toBe(revision)
})
