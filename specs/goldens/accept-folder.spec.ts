import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  keepAcceptFolder,
  makeAcceptFolder,
  sweepAcceptFolders,
} from '../../src/goldens/accept-folder.ts'
import { newFolder } from '../cli/assay.ts'

/** The id of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid

describe('the folder of an acceptance', () => {
  it('is removed, and spoken of, when its process was killed', () => {
    const out = newFolder()
    const folder = makeAcceptFolder(out, ['mnist-deep-mlp'])
    writeFileSync(
      join(folder, 'owner.json'),
      JSON.stringify({ pid: deadPid(), papers: ['mnist-deep-mlp'] }),
    )
    expect(sweepAcceptFolders(out)).toContain('An acceptance of mnist-deep-mlp was killed before')
    expect(readdirSync(out)).toEqual([])
    expect(sweepAcceptFolders(out)).toBeNull()
  })

  it('is left alone while its process is at work, and when it was kept for a person', () => {
    const out = newFolder()
    const folders = [makeAcceptFolder(out, ['a']), makeAcceptFolder(out, ['b'])]
    keepAcceptFolder(folders[1])
    expect(sweepAcceptFolders(out)).toBeNull()
    expect(folders.every((folder) => existsSync(folder))).toBe(true)
  })
})
