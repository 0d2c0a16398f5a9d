import { describe, expect, it } from 'vitest'
import { inLab } from './check.ts'
import type { Lab, Seed } from './lab.ts'
import { type Look, type Visit, visit } from './visit.ts'

export interface SweepCheck {
  number: number
  name: string
  look: Look
  /** What is wrong over all stories together, once each has been looked at. */
  close?: (() => string[]) | undefined
  seed: Seed
}

/** Checks that look at the same stories in one round, because showing a story takes longer than looking at it. */
export function sweep(checks: readonly SweepCheck[], visitsOf: (lab: Lab) => readonly Visit[]): void {
  const found = new Map<number, string[]>()
  const lookAll: Look = async (page, visited) => {
    for (const { number, look } of checks) found.get(number)?.push(...(await look(page, visited)).map(placed(visited)))
    return []
  }
  let round: Promise<string[]> | undefined
  const go = () => {
    for (const { number } of checks) found.set(number, [])
    return inLab((lab) => visit(lab, visitsOf(lab), lookAll, { context: { reducedMotion: 'reduce' } }))
  }
  for (const { number, name, look, close, seed } of checks) {
    describe(`${number} ${name}`, () => {
      it('passes', { timeout: 5_400_000 }, async () => {
        expect(await (round ??= go()), 'every story plays to its end').toEqual([])
        expect([...(found.get(number) ?? []), ...(close?.() ?? [])]).toEqual([])
      })
      it('fails on a planted violation', { timeout: 120_000 }, async () => {
        const planted = await inLab((lab) => visit(lab, visitsOf(lab), look, { context: { reducedMotion: 'reduce' } }), seed)
        expect(planted).not.toEqual([])
      })
    })
  }
}

function placed({ story, options }: Visit) {
  return (sentence: string) => `${[story.id, ...Object.values(options?.globals ?? {}), options?.width].join(' ')}: ${sentence}`
}
