import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assay, main, newFolder } from './assay.ts'
import { assayHere, assayIn } from './terminal.ts'

const paper = 'mnist-deep-mlp'

/** What is typed, the exit code, and what the sentence must say. */
const mistakes: readonly [string, number, RegExp][] = [
  ['rum', 64, /unknown command 'rum' \(Did you mean run\?\)/],
  ['run mnist-deep-mpl', 64, /no paper mnist-deep-mpl, did you mean mnist-deep-mlp\?/],
  ['run alexnet', 64, /no paper alexnet; the papers are mnist-deep-mlp, .*highway-networks/],
  ['run', 64, /Which paper\? Say --all, or name some of mnist-deep-mlp/],
  [`run ${paper} --all`, 64, /Name papers or say --all, not both/],
  [`run ${paper} --sees 0`, 64, /unknown option '--sees' \(Did you mean --seeds\?\)/],
  [`run ${paper} --set epoch=3`, 64, /no key epoch; its keys are dtype, .*epochs/],
  [`run ${paper} --set epochs`, 64, /--set epochs: expected key=value, such as --set epochs=3/],
  [`run ${paper} --set epochs=-1`, 64, /--set epochs=-1: .*passes over the training images/],
  [`run ${paper} --set deformation=true`, 64, /deformation is what tells the arms apart/],
  [`run ${paper} --seeds 3-1`, 64, /"3-1" .* counts down from 3 to 1/],
  [`run ${paper} --preset quik`, 64, /'quik' is invalid\. Allowed choices are quick, headline/],
  [`run ${paper} --preset paper`, 64, /has no preset paper; it has headline, quick/],
  [`run ${paper} --workers two`, 64, /--workers two: expected a whole number from 1/],
  [
    `run ${paper} --backend cuda`,
    64,
    /'cuda' is invalid\. Allowed choices are native, wasm, reference/,
  ],
  ['run --all --arm deformed', 64, /mcdnn-image-bench has no arm deformed; its arms are column/],
  [`run ${paper} --arm __proto__`, 64, /has no arm __proto__; its arms are deformed/],
  ['report --out ', 64, /--out takes a folder, such as out\/site/],
  [`run ${paper} --data /no/such/folder`, 3, /no folder \/no\/such\/folder; --data takes auto/],
  [`run ${paper} --data strokes --out /dev/null/out`, 3, /Cannot write \/dev\/null\/out.*--out/],
  [
    'judge mnist-deep-mlp --out /no/such/folder',
    3,
    /holds no headline runs .* get them with: assay run/,
  ],
  [`audit ${paper} --replay --fresh`, 64, /'--replay' cannot be used with option '--fresh'/],
  [`audit ${paper} --fresh --static`, 64, /'--static' cannot be used with option '--fresh'/],
  [`audit ${paper} --static --replay`, 64, /'--static' cannot be used with option '--replay'/],
  ['audit --static --run src', 64, /'--static' cannot be used with option '--run'/],
  ['audit --all src', 64, /Name papers and folders or say --all, not both \(src and --all\)/],
  [`audit ${paper} src --write`, 64, /and \S*src is none of them: leave out --write/],
  ['golden status --one-seed a --seeds 0-1', 64, /'--one-seed <hash>' cannot .* '--seeds <list>'/],
  [
    'golden status --against HEAD --seeds 0',
    64,
    /'--against <revision>' cannot .* '--seeds <list>'/,
  ],
  ['golden status --against HEAD --out x', 64, /'--against <revision>' cannot .* '--out <dir>'/],
  [`golden status ${paper} --against HEAD`, 64, /whole checkout: leave out mnist-deep-mlp, or/],
  ['bench --plot x', 64, /--plot draws all that is in bench\/history: leave out x/],
  ['bench --plot --json', 64, /'--plot' cannot be used with option '--json'/],
  ['gradcheck mnist', 64, /no paper mnist, did you mean mnist-deep-mlp\?/],
  ['golden accept', 64, /required option '--reason <text>' not specified/],
  ['golden accept --preset quick --reason ', 64, /--reason is empty/],
  [
    'golden status --preset paper --data strokes',
    3,
    /No golden for mnist-deep-mlp \(strokes, paper\)/,
  ],
]

describe('a mistake is told in one sentence, and by its exit code:', () => {
  it.each(mistakes)('assay %s', async (line, code, sentence) => {
    const { stdout, stderr, code: ended } = await assayHere(...line.split(' '))
    expect(stderr).toMatch(sentence)
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^assay: /)
    expect(stderr).not.toMatch(/\n\s+at .*\.js:\d/)
    expect(ended).toBe(code)
    expect(stdout).toBe('')
  })

  const asProcesses = ['rum', `run ${paper} --seeds 3-1`, `run ${paper} --data /no/such/folder`]

  it.each(asProcesses)('assay %s, alike in a process of its own', async (line) => {
    expect(await assay(...line.split(' '))).toEqual(await assayHere(...line.split(' ')))
  })
})

it
  .skipIf(!existsSync('/dev/full'))
  .each([
    'list',
    'judge mnist-deep-mlp --golden',
    'judge mnist-deep-mlp --golden --json',
    '--version',
  ])('assay %s: an output that cannot be written is told in one sentence', (line) => {
  const full = openSync('/dev/full', 'w')
  const { status, stderr } = spawnSync(process.execPath, [main, ...line.split(' ')], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  })
  closeSync(full)
  expect(stderr.trimEnd().split('\n').at(-1)).toBe(
    'assay: Cannot write the output: the disk is full. Send it elsewhere, or make room',
  )
  expect(stderr).not.toMatch(/\n\s+at .*\.js:\d/)
  expect(status).toBe(3)
})

it.skipIf(!existsSync('/proc'))('a cache that cannot be made is told in one sentence', async () => {
  const env = { ASSAY_CACHE: '/proc/x' }
  const fetch = await assayIn(env, 'data', 'fetch')
  expect(fetch.stderr).toMatch(
    /^assay: MNIST is not complete: \/proc\/x\/mnist cannot be written \(.*; ASSAY_CACHE moves it\); .*\n$/,
  )
  expect(fetch.code).toBe(3)
  const status = await assayIn(env, 'data', 'status')
  expect(status.stdout).toContain('cache      /proc/x/mnist: no MNIST file')
  expect(status.code).toBe(0)
})

it('a training that diverges names job, step and tensor', async () => {
  const out = newFolder()
  const { code, stderr } = await assayHere(
    ...['run', paper, '--preset', 'quick', '--data', 'strokes', '--seeds', '0', '--out', out],
    ...['--set', 'trainImages=512', '--set', 'learningRate=1e30', '--arm', 'undeformed'],
  )
  expect(stderr).toMatch(/assay: mnist-deep-mlp, undeformed seed 0, diverged at step \d+: NaN or/)
  expect(code).toBe(1)
})

it('a truncated MNIST file is named and not used', async () => {
  const folder = newFolder()
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'train-images-idx3-ubyte'), new Uint8Array(100))
  const { code, stderr } = await assayIn({ ASSAY_DATA: folder }, 'run', paper, '--out', newFolder())
  expect(stderr).toMatch(/^assay: \S+train-images-idx3-ubyte .*; put a good copy in its place/)
  expect(code).toBe(3)
})

it('CI accepts no golden', async () => {
  const { code, stderr } = await assayIn({ CI: 'true' }, 'golden', 'accept', '--reason', 'x')
  expect(stderr).toMatch(/^assay: CI accepts no goldens/)
  expect(code).toBe(3)
})
