import { expect, test } from 'vitest'
import { buildConfig, buildDocument } from '../run/build-document.ts'
import type { RunConfig } from '../run/config.ts'
import { compareSettings, settingsOf } from './settings.ts'

function settings(change: Partial<RunConfig>, revision = '2026-07-28') {
  return settingsOf(buildDocument({ config: buildConfig(change), revision }))
}

function says(before: ReturnType<typeof settings>, after: ReturnType<typeof settings>) {
  return compareSettings(before, after).map((each) => each.says)
}

test('another client, and wishes that one run alone had, are told', () => {
  const before = settings({ client: 'spec', also: ['refresh'] })
  expect(says(before, settings({ client: 'vscode', scope: 'a' }))).toEqual([
    'The walk walks as vscode now, spec before.',
    'The walk also makes nothing of its own now, refresh before.',
    'The walk asks for the scope a now, nothing of its own before.',
  ])
})

test('another revision is told', () => {
  expect(says(settings({}, '2025-06-18'), settings({}))).toEqual([
    'The revision was 2025-06-18 before and is 2026-07-28 now.',
  ])
})

test('addresses of the page, time-outs and the way are no difference', () => {
  const redirectUri = 'http://localhost:9/callback.html'
  expect(says(settings({}), settings({ redirectUri, timeout: 9, transport: 'relay' }))).toEqual([])
})
