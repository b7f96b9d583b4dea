import { describe, expect, test } from 'vitest'
import { RULES } from '../rules/index.ts'
import { buildScene } from './build-scene.ts'
import { CHANGES, changesFor } from './changes.ts'
import { textsFor } from './stack.ts'
import { STACKS } from './stacks.ts'

const rules = Object.keys(CHANGES)

describe('the changes of the rules', () => {
  test('are those of rules that there are', () => {
    const known = new Set(RULES.map(({ id }) => id))
    expect(rules.filter((rule) => !known.has(rule))).toEqual([])
  })

  test.each(rules)('%s is mended in a product at least', (rule) => {
    const says = 'It was refused with invalid_scope.'
    const paste = { title: 'Member', text: '"issuer": "https://as.example"' }
    const changes = changesFor(buildScene({ rule, says, paste }))
    expect(changes).not.toEqual([])
    const texts = changes.flatMap((change) => STACKS.flatMap((stack) => textsFor(stack, change)))
    expect(texts).not.toEqual([])
  })

  test('are none for a rule that is mended in a program', () => {
    expect(changesFor(buildScene({ rule: 'TLI-08' }))).toEqual([])
  })
})
