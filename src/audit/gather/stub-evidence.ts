import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Evidence, Subject } from '../evidence.ts'
import type { FreshRuns } from '../fresh-run.ts'
import { type AssayJson, assayJsonName, declaredBy, readAssayJson } from '../stub/assay-json.ts'
import { commandsIn } from './documented-commands.ts'
import { readFolder } from './folder.ts'
import type { FolderFile } from './folder-file.ts'
import { followLinks } from './linked.ts'
import { readReadme } from './readme.ts'
import { stubCommandFault } from './stub-command.ts'

/** A folder that is not ours, as it lies there; nothing of it is run. */
export interface StubFolder {
  readonly folder: string
  readonly name: string
  readonly files: readonly FolderFile[]
  /** Null without an assay.json. */
  readonly assayJson: AssayJson | null
}

/** Reads a foreign folder. Throws UserError when it is none, or its assay.json is broken. */
export function readStub(folder: string): StubFolder {
  const files = readFolder(folder)
  const json = files.find(({ path, kind }) => path === assayJsonName && kind === 'file')
  const assayJson = json ? readAssayJson(json.text ?? '', join(folder, assayJsonName)) : null
  return { folder, name: basename(resolve(folder)), files, assayJson }
}

/** The evidence of a foreign folder, with the runs that were made of it, if any. */
export function stubEvidence(
  { folder, name, files, assayJson }: StubFolder,
  runs: FreshRuns | null,
): Evidence {
  const readme = readReadme(files)
  const subject: Subject = { kind: assayJson ? 'declared-stub' : 'stub', name }
  const page = readme.state === 'read' ? readme.page : null
  return {
    subject,
    files,
    readme,
    declared: assayJson ? declaredBy(assayJson, name) : null,
    goldens: [],
    pinnedData: {},
    commands: (page ? commandsIn(page) : []).map(({ line, text, words }) => ({
      line,
      text,
      fault: stubCommandFault({ words }, files),
    })),
    links: page ? followLinks(page, folder, checkoutOf(folder)) : [],
    stale: [],
    runs,
    probes: null,
  }
}

/** The checkout that a folder lies in, within which its links may lead; else the folder itself. */
function checkoutOf(folder: string): string {
  let at = resolve(folder)
  while (dirname(at) !== at) {
    if (existsSync(join(at, '.git'))) return at
    at = dirname(at)
  }
  return folder
}
