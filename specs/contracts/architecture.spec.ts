import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import {
  allowedImports,
  allowedToModels,
  sharedByModels,
  terminalPackages,
} from './architecture/allowed-imports.ts'
import { findCircles } from './architecture/circles.ts'
import { tools } from './architecture/dependencies.ts'
import { unseenImports } from './architecture/unseen-imports.ts'
import { expectNoFaults } from './no-faults.ts'
import { type Import, importsOf } from './source/imports.ts'
import { lineOf, type Node, parseText, sourceFiles, walk } from './source/tree.ts'

const sources = sourceFiles('src')
const imports = sources.flatMap(importsOf)
const elsewhere = sourceFiles('scripts', 'bench', 'specs').flatMap(importsOf)
const ours = imports.filter(({ isOurs }) => isOurs)
const place = ({ from, line }: Import) => `${from}:${line}`

const parts = Object.keys(allowedImports).toSorted((a, b) => b.length - a.length)

/** The deepest part that holds a file; the file's folder where the law knows none. */
const partOf = (path: string) =>
  parts.find((part) => path === `src/${part}.ts` || path.startsWith(`src/${part}/`)) ??
  path.slice(0, path.lastIndexOf('/'))

const between = ours
  .map((one) => ({ ...one, part: partOf(one.from), other: partOf(one.to) }))
  .filter(({ part, other }) => part !== other)

describe('every part of src imports only what the law allows', () => {
  it('from the others', () => {
    const faults = between.flatMap((one) => {
      const { part, other, typeOnly } = one
      const { values = [], types = [] } = allowedImports[part] ?? {}
      if (values.includes(other) || (typeOnly && types.includes(other))) return []
      const may = values.join(', ') || 'nothing of ours'
      return [
        `${place(one)}: ${part} may not import ${typeOnly ? 'types of' : 'from'} ${other} (it may import ${may})`,
      ]
    })
    expectNoFaults(faults)
  })

  it('and the law allows nothing that nobody uses', () => {
    const faults = Object.entries(allowedImports).flatMap(([part, { values = [], types = [] }]) => {
      const used = (other: string, byValue: boolean) =>
        between.some(
          (one) => one.part === part && one.other === other && !(byValue && one.typeOnly),
        )
      return [
        ...(sources.some(({ path }) => partOf(path) === part) ? [] : [`there is no ${part}`]),
        ...values
          .filter((other) => !used(other, true))
          .map((other) => `${part} imports no value of ${other}: take it out of the law`),
        ...types
          .filter((other) => values.includes(other) || !used(other, false))
          .map((other) => `${part} needs no row for types of ${other}: take it out of the law`),
      ]
    })
    expectNoFaults(faults)
  })

  it('in a paper’s model and its layers: layers and numbers alone', () => {
    const ofModel = /^(src\/papers\/[^/]+\/)(model|layers\/[^/]+)\.ts$/
    const models = ours.filter(({ from }) => ofModel.test(from))
    expect(models.length).toBeGreaterThan(0)
    expectNoFaults(
      models
        .filter(({ from, to }) => {
          const ownLayers = `${ofModel.exec(from)?.[1]}layers/`
          const allowedHere = [...allowedToModels, ownLayers]
          return !sharedByModels.includes(to) && !allowedHere.some((start) => to.startsWith(start))
        })
        .map((one) => `${place(one)}: a model may not import ${one.to}`),
    )
  })

  it('from the packages of a terminal: the command line alone', () => {
    const talking = imports.filter(
      ({ from, to }) => terminalPackages.includes(to) && !from.startsWith('src/cli/'),
    )
    expectNoFaults(
      talking.map((one) => `${place(one)} imports ${one.to}, which is for src/cli alone`),
    )
  })
})

it('nothing but the command line ends the process', () => {
  const faults = sources
    .filter(({ path }) => !path.startsWith('src/cli/'))
    .flatMap((file) => {
      const found: string[] = []
      walk(file.program as unknown as Node, (node) => {
        const [object, property] = [node.object, node.property] as { name?: string }[]
        if (object?.name === 'process' && property?.name === 'exit')
          found.push(`${file.path}:${lineOf(file, node)}: process.exit is for src/cli alone`)
      })
      return found
    })
  expectNoFaults(faults)
})

describe('every import says which file it loads', () => {
  it('in src, scripts and bench', () => {
    expectNoFaults([...sources, ...sourceFiles('scripts', 'bench')].flatMap(unseenImports))
  })

  it.each([
    ["await import('./judge.ts')", []],
    ['await import(`./judge.ts`)', [/^src\/claims\/new\.ts:1: write what import\(\) loads/]],
    ['await import(name)', [/:1: write what import\(\) loads as one plain string$/]],
    [
      "import { judge } from './judge.js'",
      [/:1: there is no src\/claims\/judge\.js: name the source/],
    ],
    ["export { judge } from './judge'", [/:1: there is no src\/claims\/judge: name the source/]],
    ["await import('./judge.js')", [/:1: there is no src\/claims\/judge\.js/]],
  ])('or it is found: %s', (text, faults) => {
    const path = 'src/claims/new.ts'
    const found = unseenImports({ path, ...parseText(path, text) })
    expect(found).toEqual(faults.map((fault) => expect.stringMatching(fault)))
  })
})

describe('nothing imports itself in a circle', () => {
  it('between the parts of src, where something is loaded', () => {
    const loading = between.filter(({ typeOnly }) => !typeOnly)
    expectNoFaults(findCircles(loading.map(({ part, other }) => [part, other] as const)))
  })

  it('between files, lazily or for types alone included', () => {
    const all = [...ours, ...elsewhere.filter(({ isOurs }) => isOurs)]
    expectNoFaults(findCircles(all.map(({ from, to }) => [from, to] as const)))
  })
})

describe('package.json', () => {
  const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
  const dependencies = Object.keys(manifest.dependencies)
  const development = Object.keys(manifest.devDependencies)
  const isPackage = ({ isOurs, to }: Import) => !isOurs && !to.startsWith('node:')
  const typesOf = (name: string) => `@types/${name.replace(/^@(.*)\/(.*)$/, '$1__$2')}`

  it('declares every package that is imported, for those who install it where src needs it', () => {
    const faults = [...imports, ...elsewhere].filter(isPackage).flatMap((one) => {
      const { from, to, typeOnly } = one
      const wanted = [...dependencies, ...(from.startsWith('src/') && !typeOnly ? [] : development)]
      if (wanted.includes(to) || (typeOnly && development.includes(typesOf(to)))) return []
      const where = from.startsWith('src/') && !typeOnly ? 'dependencies' : 'devDependencies'
      return [`${place(one)} imports ${typeOnly ? 'types of ' : ''}${to}, which is not in ${where}`]
    })
    expectNoFaults(faults)
  })

  it('declares no package that nothing uses', () => {
    const used = new Set([...imports, ...elsewhere].filter(isPackage).map(({ to }) => to))
    const inSrc = new Set(imports.filter(isPackage).map(({ to }) => to))
    const isTool = (name: string) =>
      name in tools && existsSync(join(packageRoot, tools[name].seenIn))
    const isTypesOfUsed = (name: string) => [...used].some((one) => typesOf(one) === name)
    expectNoFaults([
      ...dependencies
        .filter((name) => !inSrc.has(name) && !isTool(name))
        .map((name) =>
          used.has(name)
            ? `${name} is imported outside src only: it belongs in devDependencies`
            : `nothing imports ${name}: take it out of dependencies`,
        ),
      ...development
        .filter((name) => !used.has(name) && !isTool(name) && !isTypesOfUsed(name))
        .map((name) => `nothing uses ${name}: take it out of devDependencies`),
    ])
  })
})
