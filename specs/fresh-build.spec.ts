import { describe, expect, it } from 'vitest'
import config from '../vitest.config.ts'
import { build } from './fresh-build.ts'

const scripts = ['remove-leftovers', 'build-kernels', 'build-native']
const built = scripts.map((name) => `dist/scripts/${name}.js`)

/** The programs that a build runs, of which some fail. */
function buildWith(failing: readonly string[]) {
  const ran: string[] = []
  const begin = () =>
    build((script) => {
      ran.push(script)
      return failing.some((name) => script.includes(name)) ? 1 : 0
    })
  return { ran, begin }
}

describe('before the specs, by hand', () => {
  it('the sources are compiled, and then the kernels, whatever faults are in types', () => {
    for (const failing of [[], ['tsc']]) {
      const { ran, begin } = buildWith(failing)
      begin()
      expect(ran).toEqual(['node_modules/typescript/bin/tsc', ...built])
    }
  })

  it.each(scripts)('no spec runs when %s fails', (script) => {
    expect(buildWith([script]).begin).toThrow(`${script}.js failed`)
  })

  it('vitest builds unless it was given what was just built', () => {
    const { plugins, test } = config({ mode: 'test', command: 'serve' })
    expect(test?.globalSetup).toEqual(plugins?.length ? [] : ['specs/fresh-build.ts'])
  })
})
