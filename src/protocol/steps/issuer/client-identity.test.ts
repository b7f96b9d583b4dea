import { expect, test } from 'vitest'
import { buildIdentity } from '../../run/build-log.ts'
import { buildContext } from '../build-context.ts'
import { identified } from './client-identity.ts'

test.each([
  ['pre-registered', 'pre-registered client'],
  ['client-document', 'client metadata document'],
  ['dynamic', 'registered dynamically'],
] as const)('a client that is %s is told as such', (kind, says) => {
  const { context } = buildContext()
  const identity = buildIdentity({ kind })
  expect(identified(context, identity, 'so')).toEqual({
    kind: 'done',
    says,
    facts: { clientIdentity: identity },
  })
})

test('who we are, where and why is noted, with the registration if there was one', () => {
  const { context, decisions } = buildContext()
  identified(context, buildIdentity({ clientId: 'c', exchange: 'e4' }), 'it registered us')
  identified(context, buildIdentity({ clientId: 'd' }), 'you said so')
  expect(decisions).toMatchObject([
    { exchange: 'e4', says: 'Is the client c at https://issuer.example', why: 'it registered us' },
    { says: 'Is the client d at https://issuer.example', why: 'you said so' },
  ])
  expect(decisions[1]).not.toHaveProperty('exchange')
})
