import { isFaultName } from './faults.ts'
import { FURTHER } from './further.ts'
import { type ImitationName, imitate, isImitationName } from './providers.ts'
import { type World, broken, findWorld } from './worlds.ts'

/** The practice server of that name: one of the gallery, one with this fault, or one with a provider's habit. */
export function findPractice(name: string): World | undefined {
  const world = findWorld(name) ?? FURTHER.find(({ id }) => id === name)
  if (world !== undefined) return world
  if (isFaultName(name)) return broken(name, '')
  return isImitationName(name) ? imitating(name) : undefined
}

function imitating(name: ImitationName): World {
  const { server: _, issuer: __, ...options } = imitate(name)
  return { id: name, title: name, description: '', kind: 'broken', issuer: 'elsewhere', options }
}
