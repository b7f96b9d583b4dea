import { describe, expect, test } from 'vitest'
import { anExchange, aResponse } from '../document-builders.ts'
import { toTimeScale } from './time-scale.ts'

const fetched = (from: number, to: number) =>
  anExchange({ startedAt: from, outcome: aResponse({ endedAt: to }) })

const navigated = (from: number, to: number) =>
  anExchange({ via: 'navigation', startedAt: from, outcome: { kind: 'navigated', endedAt: to } })

describe('toTimeScale', () => {
  test('is plain when there is no long silence', () => {
    const scale = toTimeScale([fetched(1000, 1100), fetched(1150, 1200)], 1200)
    expect(scale.folds).toEqual([])
    expect(scale.length).toBe(200)
    expect(scale.place(1000)).toBe(0)
    expect(scale.place(1100)).toBeCloseTo(0.5)
    expect(scale.place(1200)).toBe(1)
  })

  test('folds the time that the person took, and says whose it was', () => {
    const scale = toTimeScale([fetched(0, 100), navigated(110, 60_110), fetched(60_120, 60_220)], 0)
    expect(scale.folds).toHaveLength(1)
    expect(scale.folds[0]).toMatchObject({ from: 100, to: 60_120, person: true })
    expect(scale.length).toBe(200)
    const [from, to] = scale.folds[0]?.place ?? [0, 0]
    expect(to - from).toBeCloseTo(0.09)
    expect(scale.place(60_120)).toBeCloseTo(to)
    expect(scale.place(60_220)).toBeCloseTo(1)
  })

  test('folds already a short absence, but no short pause', () => {
    expect(
      toTimeScale([fetched(0, 100), navigated(110, 510), fetched(520, 600)], 0).folds,
    ).toHaveLength(1)
    expect(toTimeScale([fetched(0, 100), fetched(520, 600)], 0).folds).toEqual([])
  })

  test('folds a pause that nobody navigated in as a pause', () => {
    const scale = toTimeScale([fetched(0, 100), fetched(9000, 9100)], 0)
    expect(scale.folds[0]?.person).toBe(false)
  })

  test('never goes back as time goes on', () => {
    const scale = toTimeScale([fetched(0, 10), fetched(5000, 5001), navigated(5002, 9000)], 0)
    const places = Array.from({ length: 91 }, (_, index) => scale.place(index * 100))
    expect(places.every((place, index) => place >= (places[index - 1] ?? 0))).toBe(true)
  })

  test('ends what is pending at now', () => {
    const scale = toTimeScale([anExchange({ startedAt: 0, outcome: { kind: 'pending' } })], 500)
    expect(scale.length).toBe(500)
    expect(scale.place(250)).toBeCloseTo(0.5)
  })

  test('stands an empty run', () => {
    expect(toTimeScale([], 0).place(5)).toBe(1)
  })
})
