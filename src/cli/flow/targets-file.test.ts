import { describe, expect, test } from 'vitest'
import type { Given } from './settings.ts'
import { parseTargets } from './targets-file.ts'

const A = { name: 'a', server: 'https://a.example/mcp' }
const B = { name: 'b', server: 'https://b.example/mcp' }

function read(value: unknown, given: Given = new Map()) {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return parseTargets(text, { folder: '/team', given })
}

describe('parseTargets', () => {
  test('reads names, servers, options in camelCase and expectations', () => {
    const [target] = read({
      targets: [
        {
          ...A,
          clientId: 'me',
          clientAuthentication: 'none',
          header: ['A: 1'],
          call: 'echo',
          arguments: { text: 'hello' },
          refresh: true,
          revoke: false,
          timeout: 5000,
          storageState: 's.json',
          expect: { status: 'failed', cause: 'PRM-07', rules: ['PRM-07'] },
        },
      ],
    })
    expect(target).toEqual({
      ...A,
      given: new Map<string, unknown>([
        ['client-id', 'me'],
        ['client-authentication', 'none'],
        ['header', ['A: 1']],
        ['call', 'echo'],
        ['arguments', '{"text":"hello"}'],
        ['refresh', true],
        ['timeout', '5000'],
        ['storage-state', '/team/s.json'],
      ]),
      expect: { status: 'failed', cause: 'PRM-07', rules: ['PRM-07'] },
    })
  })

  test('fills in from the command line what a target leaves open', () => {
    const given: Given = new Map<string, string | true>([
      ['revision', '2025-06-18'],
      ['refresh', true],
    ])
    const targets = read({ targets: [A, { ...B, revision: '2025-11-25', refresh: false }] }, given)
    expect(targets.map((target) => Object.fromEntries(target.given))).toEqual([
      { revision: '2025-06-18', refresh: true },
      { revision: '2025-11-25' },
    ])
  })

  test('keeps null as a cause apart from none at all', () => {
    const [a, b] = read({
      targets: [
        { ...A, expect: { cause: null } },
        { ...B, expect: {} },
      ],
    })
    expect([a?.expect, b?.expect]).toEqual([{ cause: null }, {}])
  })

  test.each<[unknown, string]>([
    ['{', 'it is no JSON ('],
    ['[]', 'the file []: it is an object'],
    [{}, 'it has no list "targets"'],
    [{ targets: [] }, 'targets: the list is empty'],
    [{ targets: [A], tragets: [] }, 'tragets: there is no such member'],
    [{ targets: ['https://a.example'] }, 'targets[0] "https://a.example": it is an object'],
    [{ targets: [{ server: A.server }] }, 'targets[0].name is missing'],
    [{ targets: [{ ...A, name: '' }] }, 'targets[0].name "": it is a text'],
    [{ targets: [A, { name: 'b' }] }, 'targets[1].server is missing'],
    [
      { targets: [{ ...A, server: 'file:///etc' }] },
      'targets[0].server file:///etc: this is no http or https URL of a server',
    ],
    [{ targets: [{ ...A, workers: 2 }] }, 'targets[0].workers: a target has no such option'],
    [
      { targets: [{ ...A, 'client-id': 'x' }] },
      'targets[0].client-id: a target has no such option',
    ],
    [{ targets: [{ ...A, clientId: 7 }] }, 'targets[0].clientId 7: it is a text'],
    [{ targets: [{ ...A, refresh: 'yes' }] }, 'targets[0].refresh "yes": it is true or false'],
    [{ targets: [{ ...A, timeout: 0 }] }, 'targets[0].timeout 0: it is a whole number from 1 on'],
    [{ targets: [{ ...A, timeout: [] }] }, 'targets[0].timeout []: it is a number'],
    [
      { targets: [A, { ...B, revision: '2024' }] },
      'targets[1].revision 2024: it is one of auto, 2025-03-26',
    ],
    [
      { targets: [{ ...A, header: 'hush' }] },
      'targets[0].header: a header is written "Name: value"',
    ],
    [
      { targets: [{ ...A, header: [7] }] },
      'targets[0].header (not shown): it is a text or a list of texts',
    ],
    [{ targets: [{ ...A, arguments: {} }] }, 'targets[0].arguments: there is no call to give'],
    [{ targets: [{ ...A, expect: 'passed' }] }, 'targets[0].expect "passed": it is an object'],
    [
      { targets: [{ ...A, expect: { status: 'ok' } }] },
      'targets[0].expect.status "ok": it is one of passed, failed, stopped',
    ],
    [
      { targets: [{ ...A, expect: { cause: 'no metadata' } }] },
      'targets[0].expect.cause "no metadata": it is a rule\'s code, as in "PRM-07"',
    ],
    [
      { targets: [{ ...A, expect: { rules: 'PRM-07' } }] },
      'targets[0].expect.rules "PRM-07": it is a list of codes',
    ],
    [{ targets: [{ ...A, expect: { rules: [1] } }] }, 'targets[0].expect.rules[0] 1: it is a rule'],
    [
      { targets: [{ ...A, expect: { causes: 'X-1' } }] },
      'targets[0].expect.causes: there is no such member',
    ],
    [
      { targets: [A, B, { ...B, name: 'A' }] },
      'targets[2].name "A": targets[0] is called "a", and both would write a.run.json',
    ],
    [
      {
        targets: [
          { ...A, name: 'x/y' },
          { ...B, name: 'x y' },
        ],
      },
      'both would write x-y.run.json',
    ],
  ])('names the place and the value of what is wrong in %j', (file, message) => {
    expect(() => read(file)).toThrow(message)
  })
})
