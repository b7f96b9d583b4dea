import { expect, test } from 'vitest'
import { FAULTS } from './faults.ts'
import { FAULT_GROUPS } from './gallery.ts'

const servers = FAULT_GROUPS.flatMap((group) => group.servers)

function endOf(name: string) {
  return servers.find((server) => server.name === name)?.ends
}

test('each fault is in one group', () => {
  expect(servers.map(({ name }) => name).toSorted()).toEqual(Object.keys(FAULTS).toSorted())
})

test('a server tells how its walk ends', () => {
  expect(endOf('nothing-leads-to-issuer')).toEqual({ kind: 'stops', step: 'resource-metadata' })
  expect(endOf('challenge-scope-twice')).toEqual({ kind: 'goes-on' })
  expect(endOf('pkce-not-verified')).toEqual({ kind: 'probes' })
  expect(endOf('step-up-401')).toEqual({ kind: 'stops', step: 'tools' })
})

test('a fault that no walk shows has the reason', () => {
  const why = servers.flatMap(({ name, ends }) =>
    ends.kind === 'unseen' ? [[name, ends.why]] : [],
  )
  expect(why).toContainEqual(['moves-issuer', 'the walk follows to the other issuer, as it must'])
  expect(why.filter(([, reason]) => reason === '')).toEqual([])
})
