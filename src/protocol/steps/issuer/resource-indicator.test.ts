import { expect, test } from 'vitest'
import { type World, buildContext } from '../build-context.ts'
import { resourceIndicator } from './resource-indicator.ts'

const SERVER = 'https://mcp.example/mcp'

function chosen(world: World): string | undefined {
  return resourceIndicator(buildContext(world).context)
}

function found(resource: string): NonNullable<World['facts']> {
  return { resourceMetadata: { looked: [], issuers: [], resource } }
}

test('is the URL of the server where nothing else names one', () => {
  expect(chosen({})).toBe(SERVER)
})

test('has no fragment, and keeps the rest of the URL as it was given', () => {
  expect(chosen({ config: { server: 'https://MCP.example:443/mcp/#top' } })).toBe(
    'https://MCP.example:443/mcp/',
  )
})

test.each(['https://mcp.example/mcp/', 'https://MCP.EXAMPLE/mcp', 'https://mcp.example:443/mcp'])(
  'is the very string of the resource metadata: %s',
  (resource) => {
    expect(chosen({ facts: found(resource) })).toBe(resource)
  },
)

test('is what the person gave before all else; an empty one leaves it out', () => {
  const facts = found('https://other.example')
  expect(chosen({ facts, config: { resource: 'urn:mine' } })).toBe('urn:mine')
  expect(chosen({ facts, config: { resource: '' } })).toBeUndefined()
})

test('is left out where the client sends none', () => {
  expect(chosen({ config: { revision: '2025-03-26' } })).toBeUndefined()
  const policy = { sendsResource: 'with-resource-metadata' } as const
  expect(chosen({ policy })).toBeUndefined()
  expect(chosen({ policy, facts: found(SERVER) })).toBe(SERVER)
})
