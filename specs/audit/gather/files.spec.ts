import { describe, expect, it } from 'vitest'
import { skeletonOf } from '../../../src/audit/facts/program/skeleton.ts'
import { fileFacts } from '../../../src/audit/gather/folder.ts'
import type { FolderFile } from '../../../src/audit/gather/folder-file.ts'
import { launched } from '../../../src/audit/gather/launchers.ts'
import { stubCommandFault } from '../../../src/audit/gather/stub-command.ts'
import { stubFile } from '../stub-files.ts'

describe('a PNG', () => {
  const png = stubFile('figures/accuracy.png')
  const stateOf = (bytes: Buffer) => fileFacts('a.png', bytes).png?.state

  it('is complete with bytes after its end', () => {
    expect(stateOf(Buffer.concat([png, Buffer.from('written by a camera, and long enough')]))).toBe(
      'png',
    )
  })

  it('is cut short without its end, wherever it was cut', () => {
    for (const length of [40, 150, png.length - 1])
      expect(fileFacts('a.png', png.subarray(0, length)).png, `${length}`).toMatchObject({
        state: 'not a png',
        why: 'it is cut short',
      })
    // The letters of the last chunk inside of another one are no end.
    const fake = Buffer.concat([png.subarray(0, 33), Buffer.from('IEND and no chunk')])
    expect(stateOf(fake)).toBe('not a png')
  })
})

describe('a Git LFS pointer', () => {
  const pointer = Buffer.from(
    `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d'.repeat(32)}\nsize 12345678\n`,
  )

  it('is named as one, with the size of what it stands for, and is read as nothing else', () => {
    const facts = fileFacts('rings.gif', pointer)
    expect(facts).toMatchObject({ pointsTo: { bytes: 12345678 } })
    expect(facts.gif).toBeUndefined()
    expect(fileFacts('results.json', pointer).text).toBeUndefined()
  })

  it('is none without its last line', () => {
    expect(fileFacts('a.txt', pointer.subarray(0, 60)).pointsTo).toBeUndefined()
  })
})

describe('the program of a command', () => {
  it.each<[string, string]>([
    ['nohup nice python train.py', 'python'],
    ['nice -n 10 python train.py', 'python'],
    ['nice -10 python train.py', 'python'],
    ['OMP_NUM_THREADS=1 time -p python train.py', 'python'],
    ['env CUDA_VISIBLE_DEVICES=0 python train.py', 'python'],
    ['timeout -k 5 300 python train.py', 'python'],
    ['python train.py --nice 1', 'python'],
    ['time', 'time'],
  ])('in “%s” is %s', (line, program) => {
    expect(launched(line.split(' '))[0]).toBe(program)
  })

  it('is what is looked for, with its options', () => {
    const files: FolderFile[] = [{ path: 'train.py', kind: 'file', bytes: 1, text: '"--seed"' }]
    const fault = (line: string) => stubCommandFault({ words: line.split(' ') }, files)
    expect(fault('nohup nice python train.py --seed 0')).toBeNull()
    expect(fault('nohup nice python gone.py')).toBe('there is no gone.py in the folder')
    expect(fault('nohup nice python train.py --sed 0')).toMatch(/--sed/)
  })
})

describe('a skeleton', () => {
  const folder = (text: string, path = 'train.py'): FolderFile[] => [
    { path, kind: 'file', bytes: text.length, text },
  ]

  it('is a folder whose functions say that they are not implemented', () => {
    const python =
      'def data():\n    """Rings."""\n    raise NotImplementedError("later")\n\ndef train():\n    pass\n'
    expect(skeletonOf(folder(python))).toEqual({
      path: 'train.py',
      line: 1,
      empty: 2,
      functions: 2,
    })
    const script = "export function train() {\n  throw new Error('not implemented yet')\n}\n"
    expect(skeletonOf(folder(script, 'train.mjs'))).toMatchObject({ empty: 1, functions: 1 })
  })

  it('is no folder in which most functions work, or none refuses to', () => {
    const abstract =
      'class Net:\n    def step(self):\n        raise NotImplementedError\n\nclass Ring(Net):\n    def step(self):\n        return 1\n\ndef train():\n    return Ring().step()\n'
    expect(skeletonOf(folder(abstract))).toBeNull()
    expect(skeletonOf(folder('def main():\n    pass\n'))).toBeNull()
    const guard =
      'def draw(kind):\n    if kind == 1:\n        return 2\n    raise NotImplementedError(kind)\n'
    expect(skeletonOf(folder(guard))).toBeNull()
  })
})
