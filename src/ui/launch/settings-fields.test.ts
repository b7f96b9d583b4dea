import { describe, expect, test } from 'vitest'
import type { Settings } from '../controls.ts'
import { countSettings } from './settings-changes.ts'
import type { SettingsField } from './settings-field-kinds.ts'
import { SETTINGS_FIELDS, type SettingsFieldId } from './settings-fields.ts'

const EMPTY: Settings = { config: {}, secrets: {} }

function write(id: SettingsFieldId, text: string, settings = EMPTY) {
  const field: SettingsField = SETTINGS_FIELDS[id]
  return field.write(settings, text)
}

function written(id: SettingsFieldId, text: string, settings = EMPTY): Settings {
  const result = write(id, text, settings)
  if ('problem' in result) throw new Error(result.problem)
  return result.settings
}

describe('a field', () => {
  test.each([
    ['scope', 'a b'],
    ['resource', 'https://tools.example/mcp'],
    ['issuer', 'https://auth.example'],
    ['grant', 'client_credentials'],
    ['clientId', 'abc'],
    ['clientSecret', ' with space '],
    ['clientAuthentication', 'private_key_jwt'],
    ['privateKey', '-----BEGIN PRIVATE KEY-----\nx'],
    ['clientDocument', 'https://app.example/client.json'],
    ['clientDocument', 'none'],
    ['redirectUri', 'http://localhost:4280/callback.html'],
    ['authorizationParameters', 'prompt=consent\nx=a=b'],
    ['headers', 'X-Tenant: blue\nX-Url: https://a.example:8080'],
    ['callTool', 'echo'],
    ['refresh', 'yes'],
    ['probes', 'yes'],
    ['pace', 'one-by-one'],
    ['timeout', '2.5'],
    ['authorizationBy', 'paste'],
    ['noScope', 'yes'],
  ] as const)('%s gives back what was written: %j', (id, text) => {
    const field: SettingsField = SETTINGS_FIELDS[id]
    expect(field.read(written(id, text))).toBe(text)
    expect(countSettings(written(id, text))).toBe(id === 'redirectUri' ? 0 : 1)
  })

  test.each([
    'scope',
    'resource',
    'headers',
    'clientSecret',
    'callTool',
    'timeout',
    'refresh',
  ] as const)('%s emptied leaves nothing behind', (id) => {
    const sample = { resource: 'https://a.example', headers: 'A: b', timeout: '5', refresh: 'yes' }
    const text = id in sample ? Object.entries(sample).find(([key]) => key === id)?.[1] : 'x'
    expect(written(id, '', written(id, text ?? 'x'))).toEqual(EMPTY)
  })
})

test('names of extra headers are config, their values secrets', () => {
  expect(written('headers', 'X-Key: 1')).toEqual({
    config: { headerNames: ['X-Key'] },
    secrets: { headers: [['X-Key', '1']] },
  })
})

test.each([
  ['resource', 'tools', '“tools” is not an absolute URL.'],
  ['clientDocument', 'http://a.example/c.json', 'must begin with https://'],
  ['clientDocument', 'https://a.example', 'needs a path'],
  ['headers', 'no colon', '“no colon” has no :'],
  ['headers', 'a b: c', '“a b” is not a header name'],
  ['timeout', 'soon', '“soon” is not a number of seconds'],
  ['timeout', '0', 'between 1 and 600'],
  ['callArguments', '[1]', 'not a JSON object'],
  ['callArguments', '{}', 'Name the tool first'],
] as const)('%s refuses %j with a sentence', (id, text, says) => {
  expect(write(id, text)).toEqual({ problem: expect.stringContaining(says) })
})

test('the arguments of a tool call stay when its name changes', () => {
  const named = written('callTool', 'echo')
  const given = written('callArguments', '{"text":"a"}', named)
  expect(written('callTool', 'other', given).config.call).toEqual({
    tool: 'other',
    arguments: '{"text":"a"}',
  })
})
