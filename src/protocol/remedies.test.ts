import { describe, expect, test } from 'vitest'
import { withFault } from '../sandbox/faults.ts'
import { practise } from './practice-walk.ts'
import { remediesFor } from './remedies.ts'

const AT = { server: 'http://localhost:4281/mcp', issuer: 'http://localhost:4282' }

describe('the remedies of a finding', () => {
  test('have the values of the run, in each product', async () => {
    const { document } = await practise({ sandbox: withFault(AT, 'prm-resource-other-origin') })
    const finding = document.findings.find(({ rule }) => rule === 'PRM-07')
    const remedies = finding ? remediesFor(finding, document) : []
    expect(remedies.length).toBeGreaterThan(2)
    for (const { texts } of remedies) {
      expect(texts[0].text).toContain('/.well-known/oauth-protected-resource/mcp')
      expect(texts[0].text).toContain('http://localhost:4281/mcp')
      expect(texts[0].source.url).toMatch(/^https:\/\//)
    }
  })

  test('come in the order in which they are applied', async () => {
    const { document } = await practise({ sandbox: withFault(AT, 'nothing-leads-to-issuer') })
    const finding = document.findings.find(({ rule }) => rule === 'CHL-03')
    const [express] = finding ? remediesFor(finding, document) : []
    expect(express?.texts.map(({ title }) => title)).toEqual([
      'Above your guard and your routes',
      'In place of your guard',
    ])
  })

  test('are none for a rule that passes', async () => {
    const { document } = await practise()
    expect(document.findings.flatMap((finding) => remediesFor(finding, document))).toEqual([])
  })
})
