import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { registered } from '../../src/scaffold/registration.ts'
import { scaffold } from '../../src/scaffold/scaffold.ts'
import { newFolder } from '../cli/assay.ts'

const catalogue = 'src/papers/index.ts'
const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8')

/** As much of a checkout as a new paper is written into. */
function checkout(): string {
  const root = newFolder()
  for (const path of [catalogue, 'src/scaffold/template', 'tsconfig.json'])
    cpSync(join(packageRoot, path), join(root, path), { recursive: true })
  return root
}

describe('assay new', () => {
  it('writes the folder with its names filled in, and its line in the catalogue', () => {
    const root = checkout()
    const folder = scaffold(root, { slug: 'deep-belief-nets', year: 2006 })
    const files = readdirSync(join(root, folder)).sort()
    expect(files).toEqual([
      'README.md',
      'claims.ts',
      'config.ts',
      'index.ts',
      'model.ts',
      'train.ts',
    ])
    for (const file of files) expect(read(root, `${folder}/${file}`)).not.toMatch(/__[A-Z]+__/)
    expect(read(root, `${folder}/index.ts`)).toContain('export const deepBeliefNets: Paper')
    expect(read(root, catalogue)).toMatch(/deepBeliefNets,\n\]/)
    expect(readdirSync(join(root, 'out'))).toEqual([])
  })

  it.each(['../evil', 'Foo', 'a--b', '', 'x'.repeat(61), 'a/b'])(
    'refuses the slug “%s”',
    (slug) => {
      const root = checkout()
      const before = read(root, catalogue)
      expect(() => scaffold(root, { slug, year: 2006 })).toThrow(/is no slug/)
      expect(read(root, catalogue)).toBe(before)
      expect(readdirSync(join(root, 'src/papers'))).toEqual(['index.ts'])
    },
  )

  it.each(['class', 'import', 'papers', 'new'])('refuses the word “%s”', (slug) => {
    expect(() => scaffold(checkout(), { slug, year: 2006 })).toThrow(/is a word of the language/)
  })

  it('refuses a paper that there is, one that was left unfinished, and what is no checkout', () => {
    const root = checkout()
    scaffold(root, { slug: 'one', year: 2006 })
    expect(() => scaffold(root, { slug: 'one', year: 2006 })).toThrow(
      /There is a paper one already/,
    )
    mkdirSync(join(root, 'src/papers/two'))
    expect(() => scaffold(root, { slug: 'two', year: 2006 })).toThrow(/delete the folder/)
    expect(() => scaffold(newFolder(), { slug: 'one', year: 2006 })).toThrow(/no checkout here/)
  })

  it('leaves nothing behind when the catalogue has a form that it does not know', () => {
    const root = checkout()
    const source = read(root, catalogue).replace(/^\]$/m, '].slice(0)')
    expect(() => registered(source, { slug: 'one', name: 'one' })).toThrow(/another form/)
    expect(existsSync(join(root, 'src/papers/one'))).toBe(false)
  })

  it('puts the import among the others, in their order', () => {
    const source = registered(read(checkout(), catalogue), {
      slug: 'gated-nets',
      name: 'gatedNets',
    })
    const imports = source.split('\n').filter((line) => line.startsWith('import {'))
    expect(imports).toEqual(
      [...imports].sort((a, b) => (a.slice(a.indexOf("'")) < b.slice(b.indexOf("'")) ? -1 : 1)),
    )
  })
})
