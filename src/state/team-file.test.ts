import { describe, expect, test } from 'vitest'
import { NO_TEAM, parseTeamFile } from './team-file.ts'

const BASE = 'https://pages.example/tools/mcp/'

function read(file: unknown) {
  return parseTeamFile(JSON.stringify(file), BASE)
}

describe('parseTeamFile', () => {
  test('reads nothing from an empty object', () => {
    expect(read({})).toEqual(NO_TEAM)
  })

  test('reads servers with the settings of a walk', () => {
    const server = {
      name: 'production',
      about: 'What customers use.',
      server: 'https://tools.example/mcp',
      revision: '2025-06-18',
      clientId: 'debugger',
      cimd: 'none',
      call: 'echo',
      arguments: '{"text":"hi"}',
    }
    expect(read({ servers: [server] })).toEqual({
      ...NO_TEAM,
      servers: [
        {
          name: 'production',
          about: 'What customers use.',
          server: 'https://tools.example/mcp',
          config: {
            revision: '2025-06-18',
            clientId: 'debugger',
            clientDocument: 'none',
            call: { tool: 'echo', arguments: '{"text":"hi"}' },
          },
        },
      ],
    })
  })

  test('a server without a name is called by its host', () => {
    expect(read({ servers: [{ server: 'https://tools.example/mcp' }] }).servers[0]?.name).toBe(
      'tools.example',
    )
  })

  test('reads presets, links, the relay and the runs, relative to the page', () => {
    const file = {
      title: 'Platform team',
      presets: [{ name: 'old clients', revision: '2025-03-26' }],
      links: [{ title: 'Runbook', url: '../runbook.html' }],
      relay: 'https://relay.example/relay',
      runs: 'runs/index.json',
    }
    expect(read(file)).toEqual({
      ...NO_TEAM,
      title: 'Platform team',
      presets: [{ name: 'old clients', config: { revision: '2025-03-26' } }],
      links: [{ title: 'Runbook', url: 'https://pages.example/tools/runbook.html' }],
      relay: 'https://relay.example/relay',
      runs: 'https://pages.example/tools/mcp/runs/index.json',
    })
  })

  test.each([
    [{ servers: [{ server: 'tools' }] }, '"servers[0].server" is "tools" and has to be an http'],
    [{ servers: [{}] }, '"servers[0].server" is missing and has to be'],
    [{ servers: [{ server: 'javascript:alert(1)' }] }, '"javascript:alert(1)" and has to be'],
    [{ servers: {} }, '"servers" is no list.'],
    [{ servers: ['https://a.example'] }, '"servers[0]" is no object.'],
    [{ presets: [{}] }, '"presets[0]" has no name.'],
    [{ presets: [{ name: 'a', revision: '2024' }] }, '"presets[0].revision" is "2024", a value'],
    [{ presets: [{ name: 'a', scope: 1 }] }, '"presets[0].scope" is 1 and has to be text.'],
    [{ presets: [{ name: 'a', clientSecret: 's' }] }, '"presets[0].clientSecret" is no setting'],
    [{ links: [{ title: 'a' }] }, '"links[0]" has no url.'],
    [{ links: [{ url: 'data:text/html,x' }] }, '"links[0].url" is "data:text/html,x"'],
    [{ relay: 7 }, '"relay" is 7 and has to be text.'],
    [{ colour: 'red' }, 'there is no member "colour"; there are title'],
    [[], 'it holds no JSON object.'],
  ])('says what is wrong with %j', (file, sentence) => {
    const { problems } = read(file)
    expect(problems).toEqual([expect.stringContaining(sentence)])
    expect(problems[0]).toMatch(/^config\.json: .*\.$/)
  })

  test('says that a text is not JSON', () => {
    expect(parseTeamFile('{"title":', BASE).problems).toEqual([
      expect.stringMatching(/^config\.json: it is not JSON \(.+\)\.$/),
    ])
  })

  test('what is right beside what is wrong holds', () => {
    const { servers, problems } = read({
      servers: [{ server: '' }, { server: 'https://a.example/mcp', pace: 'slow' }],
    })
    expect(servers.map(({ server, config }) => [server, config])).toEqual([
      ['https://a.example/mcp', {}],
    ])
    expect(problems).toHaveLength(2)
  })
})
