// oxlint-disable no-restricted-imports -- the schema and its judge are needed in this test alone
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { buildFailure, buildHostile, buildReport, buildTarget } from './build-report.ts'
import { toSarif } from './sarif.ts'

/** The schema is of an older draft, which differs from today's in what it names itself by. */
const { $schema: _, id: __, ...rules } = schema
const judge = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false })
const validate = judge.compile(rules)

function toLog(...parts: Parameters<typeof buildReport>) {
  return JSON.parse(toSarif(buildReport(...parts)))
}

describe('a SARIF log', () => {
  test('follows the schema, whatever was found and said', () => {
    for (const targets of [[], [buildTarget()], [buildFailure(), buildHostile()]]) {
      validate(toLog(targets, ['late']))
      expect(validate.errors).toBeNull()
    }
    expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false)
  })

  test('has each broken rule once, with its section, and a result for each target', () => {
    const [run] = toLog([buildFailure(), buildFailure({ name: 'other' }), buildTarget()]).runs
    expect(run.tool.driver.rules).toMatchObject([
      { id: 'PRM-07', name: 'resource-is-the-url', helpUri: expect.stringContaining('rfc9728') },
      { id: 'as-expected' },
    ])
    const broken = run.results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'PRM-07')
    expect(broken).toHaveLength(2)
    expect(broken[0]).toMatchObject({ ruleIndex: 0, level: 'error' })
    expect(broken[0].message.text).toContain('Fix: Set "resource"')
    expect(broken[0].locations[0].physicalLocation.artifactLocation.uri).toBe('production.run.json')
    expect(broken[0].partialFingerprints).not.toEqual(broken[1].partialFingerprints)
  })

  test('suppresses what was expected', () => {
    const { findings } = buildFailure()
    const expected = findings.map((finding) => ({ ...finding, expected: true }))
    const [run] = toLog([buildTarget({ findings: expected })]).runs
    expect(run.results).toMatchObject([{ suppressions: [{ kind: 'external' }] }])
  })
})
