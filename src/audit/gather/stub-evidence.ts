import { basename, join, resolve } from 'node:path'
import { UserError } from '../../user-error.ts'
import type { Evidence, Subject } from '../evidence.ts'
import type { FreshRuns } from '../fresh-run.ts'
import { type AssayJson, assayJsonName, declaredBy, readAssayJson } from '../stub/assay-json.ts'
import { type Catalogue, fromStub } from './catalogue.ts'
import { checkoutOf } from './checkout.ts'
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
  /** Null without an assay.json that can be read. */
  readonly assayJson: AssayJson | null
  readonly assayJsonFault?: string
}

/** Reads a foreign folder. Throws UserError when it is none, or cannot be read. */
export function readStub(folder: string): StubFolder {
  const files = readFolder(folder)
  return { folder, name: basename(resolve(folder)), files, ...declarationIn(files) }
}

/** A broken assay.json is a fault of the folder, which is read without it. */
export function declarationIn(
  files: readonly FolderFile[],
): Pick<StubFolder, 'assayJson' | 'assayJsonFault'> {
  const json = files.find(({ path, kind }) => path === assayJsonName && kind === 'file')
  if (!json) return { assayJson: null }
  try {
    return { assayJson: readAssayJson(json.text ?? '', assayJsonName) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { assayJson: null, assayJsonFault: error.message }
  }
}

/** The evidence of a foreign folder, with the runs that were made of it and its catalogue, if any. */
export function stubEvidence(
  { folder, name, files, assayJson, assayJsonFault }: StubFolder,
  runs: FreshRuns | null,
  catalogue?: Catalogue,
): Evidence {
  const readme = readReadme(files)
  const subject: Subject = { kind: assayJson ? 'declared-stub' : 'stub', name }
  const page = readme.state === 'read' ? readme.page : null
  const { own } = catalogue ?? { own: null }
  const checkout = checkoutOf(folder)
  // Without a checkout, links may lead to where the catalogue begins.
  const bounds =
    checkout === folder && own !== null ? join(resolve(folder), fromStub(own, '')) : checkout
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
    links: page ? followLinks(page, folder, bounds) : [],
    stale: [],
    runs,
    probes: null,
    ...(assayJsonFault !== undefined && { assayJsonFault }),
    ...(catalogue && { catalogue }),
  }
}
