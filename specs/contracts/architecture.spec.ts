import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import {
  allowedImports,
  allowedToModels,
  deviations,
  sharedByModels,
} from './architecture/allowed-imports.ts'
import { findCircles } from './architecture/circles.ts'
import { tools } from './architecture/dependencies.ts'
import { expectNoFaults } from './no-faults.ts'
import { type Import, importsOf } from './source/imports.ts'
import { sourceFiles } from './source/tree.ts'

const imports = sourceFiles('src').flatMap(importsOf)
const ours = imports.filter(({ isOurs }) => isOurs)
const place = ({ from, line }: Import) => `${from}:${line}`

/** `nn` for src/nn/layer.ts, `user-error` for src/user-error.ts. */
const partOf = (path: string) => /^src\/([^/]+?)(?:\.ts)?(?:\/|$)/.exec(path)?.[1] ?? path

const between = ours
  .map((one) => ({ ...one, folder: partOf(one.from), other: partOf(one.to) }))
  .filter(({ folder, other }) => folder !== other)

function allowed(folder: string, kind: 'values' | 'types'): readonly string[] {
  const beyond = deviations.filter((one) => one.folder === folder)
  return [allowedImports[folder] ?? {}, ...beyond].flatMap((one) => one[kind] ?? [])
}

describe('every folder imports only what the architecture allows', () => {
  it('between the folders of src', () => {
    const faults = between.flatMap((one) => {
      const { folder, other, typeOnly } = one
      if (folder === 'user-error' || folder === 'package-root')
        return [`${place(one)}: ${folder} stands below every folder and imports none, not ${other}`]
      if (allowed(folder, 'values').includes(other)) return []
      if (typeOnly && allowed(folder, 'types').includes(other)) return []
      const values = allowed(folder, 'values').join(', ') || 'nothing of ours'
      return [
        `${place(one)}: ${folder} may not import ${typeOnly ? 'types of' : 'from'} ${other} (it may import ${values})`,
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

  it('and every deviation from the list is needed, and says why', () => {
    const faults = deviations.flatMap(({ folder, values = [], types = [], because }) => [
      ...[...values, ...types]
        .filter((other) => !between.some((one) => one.folder === folder && one.other === other))
        .map((other) => `${folder} no longer imports ${other}: take the deviation back`),
      ...(because.length > 0 ? [] : [`${folder} deviates without a reason`]),
    ])
    expectNoFaults(faults)
  })
})

describe('nothing imports itself in a circle', () => {
  const loading = ours.filter(({ typeOnly, lazy }) => !typeOnly && !lazy)

  it('between folders', () => {
    const edges = loading.map(({ from, to }) => [partOf(from), partOf(to)] as const)
    expectNoFaults(findCircles(edges.filter(([from, to]) => from !== to)))
  })

  it('between files', () => {
    expectNoFaults(findCircles(loading.map(({ from, to }) => [from, to] as const)))
  })
})

describe('package.json', () => {
  const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
  const dependencies = Object.keys(manifest.dependencies)
  const development = Object.keys(manifest.devDependencies)
  const elsewhere = sourceFiles('scripts', 'bench', 'specs').flatMap(importsOf)
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
