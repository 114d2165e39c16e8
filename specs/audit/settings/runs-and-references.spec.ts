import { describe, expect, it } from 'vitest'
import { rule as animationDescribed } from '../../../src/audit/rules/foreign/animation-described.ts'
import { rule as animationSpeed } from '../../../src/audit/rules/foreign/animation-speed.ts'
import { rule as referencesLead } from '../../../src/audit/rules/foreign/references-lead.ts'
import { rule as remarksOfCommands } from '../../../src/audit/rules/foreign/remarks-of-commands.ts'
import { rule as runTimesAgree } from '../../../src/audit/rules/foreign/run-times-agree.ts'
import { rule as seedsRun } from '../../../src/audit/rules/foreign/seeds-run.ts'
import { foundIn } from './folder-of.ts'
import { withAnimation, withoutDelays } from './with-animation.ts'

const parser = 'import argparse\np = argparse.ArgumentParser()\n'
const page = (commands: string, rest = '') =>
  `# Rings\n\n## Running\n\n\`\`\`\n${commands}\n\`\`\`\n\n## Results\n\n${rest}\n`

describe('no run is said to have two times', () => {
  const timed = (said: string, fence: string, options = '') =>
    foundIn(runTimesAgree, {
      'README.md': page(fence),
      'train.py': `"""Rings.\n\n${said}\n"""\n${parser}${options}train(p.parse_args())\n`,
    })

  it.each([
    ['of other settings', 'With --epochs 5, by default: ~60 s.'],
    ['of another mode', 'Single seed, wide mode: ~60 s.'],
    ['that is a limit', 'By default: under 60 s.'],
    ['of each seed in a sweep', 'By default, 60 s per sweep.'],
    ['of two things', 'By default: 60 s to train, 9 s to draw.'],
    ['that says nothing of what it is of', 'It takes 60 s.'],
    ['of about as long', 'By default about 14 s.'],
  ])('%s', (_, said) => {
    const mode = 'p.add_argument("--mode", default="deep")\n'
    expect(timed(said, '# (~10 s)\npython train.py --seed 0', mode)).toEqual([])
  })

  it('by the comment of another command', () => {
    const said = 'By default: 60 s.'
    expect(timed(said, '# A trial (~2 s)\npython train.py --quick')).toEqual([])
    expect(timed(said, '# ~60 s\npython train.py\n\n# ~9 s\npython draw.py')).toEqual([])
  })

  it('where the start of a program is most of it', () => {
    expect(timed('By default: ~1 s.', 'python train.py # 0.07 s')).toEqual([])
  })
})

describe('no reference is said to lead nowhere', () => {
  it.each([
    ['to a section', '## Open questions\n\nNone. See §Open questions, §Results.'],
    ['to a section of another text', 'By Ring 1986, §Methods, and §IV.'],
    ['to a page that is there', 'See NOTES.md.'],
    ['to a page that a program writes', 'See REPORT.md.'],
    ['to a page in some other folder', 'See ../other/GUIDE.md.'],
    ['to a page above the folder', 'By the rules of RULES.md at the root of the repository.'],
  ])('%s', (_, said) => {
    const texts = {
      'README.md': `# Rings\n\n## Results\n\n${said}\n`,
      'NOTES.md': 'Notes.\n',
      'train.py': 'open("REPORT.md", "w")\n',
    }
    expect(foundIn(referencesLead, texts)).toEqual([])
  })
})

describe('no seeds are said to be run by nothing', () => {
  const seeds = (fence: string, body: string, rest = 'Solved on 5/5 seeds.', record = '{}') =>
    foundIn(seedsRun, {
      'README.md': page(fence, rest),
      'train.py': `${parser}p.add_argument("--seed")\n${body}\n`,
      'results.json': record,
    })

  it.each([
    ['where a program goes through them', 'python train.py', 'for seed in range(5): train(seed)'],
    ['where a list does', 'python train.py', 'r = [train(seed=s) for s in range(5)]'],
    ['where an option asks for them', 'python train.py', 'p.add_argument("--n-seeds")'],
    ['where a loop is documented', 'for s in 0 1 2 3 4; do python train.py --seed $s; done', ''],
    ['where commands are', 'python train.py --seed 0\npython train.py --seed 1', ''],
  ])('%s', (_, fence, body) => {
    expect(seeds(fence, body)).toEqual([])
  })

  it('where a record or a table holds each', () => {
    const record = '{"runs": [{"seed": 0, "error": 0.1}, {"seed": 1, "error": 0.2}]}'
    expect(seeds('python train.py', '', undefined, record)).toEqual([])
    const table = '| Seed | Error |\n|---|---|\n| 0 | 0.1 |\n| 1 | 0.2 |\n| 2 | 0.1 |'
    expect(seeds('python train.py', '', `Solved on 3/3 seeds.\n\n${table}`)).toEqual([])
  })

  it('where they are the paper’s, or were not run', () => {
    expect(seeds('python train.py', '', 'The paper solves 5/5 seeds.')).toEqual([])
    expect(seeds('python train.py', '', 'A mean over 5 seeds would be below 0.1.')).toEqual([])
  })
})

describe('no comment is said to give a command other numbers', () => {
  const options =
    'p.add_argument("--steps", type=int, default=3000)\np.add_argument("--warmup", type=int, default=500)\np.add_argument("--quick", action="store_true")\n'
  it.each([
    ['that it has', '# 3000 steps\npython train.py'],
    ['that it is told', 'python train.py --steps 20 # 20 steps'],
    ['when they are of a part', '# a row every 50 steps, solved in 300 steps\npython train.py'],
    ['when another option has them', '# after it, 500 steps of another kind\npython train.py'],
    ['when a flag may set them', '# 30 steps\npython train.py --quick'],
    ['when there are two', '# 100 steps against 200 steps\npython train.py'],
    ['of the next command', 'python train.py\n\n# 9 steps\npython draw.py'],
  ])('%s', (_, fence) => {
    const texts = {
      'README.md': page(fence),
      'train.py': `${parser}${options}train(p.parse_args())\n`,
    }
    expect(foundIn(remarksOfCommands, texts)).toEqual([])
  })
})

describe('an animation is not said to be wrongly described', () => {
  const evidence = (said: string, docstring = 'Draws.', bytes?: Uint8Array) =>
    withAnimation(
      {
        'README.md': `# Rings\n\n## Files\n\n${said}\n`,
        'make_rings_gif.py': `"""Rings.\n\n${docstring}\n"""\nsave(frames, fps=5)  # rings.gif\n`,
      },
      bytes,
    )

  it.each([
    ['by a limit', '`rings.gif` is at most 90 MB.'],
    ['by a limit in signs', 'Output: `rings.gif` (target <= 90 MB).'],
    ['by about how many', '`rings.gif` has ~9 frames.'],
    ['by another file', '`other.gif` has 999 frames, and 12 MB.'],
    ['where two are named', '`rings.gif` and `other.gif` have 999 frames.'],
    ['by what is held besides', '`rings.gif`: 1 frame + a hold.'],
    ['by how often', '`rings.gif` takes a picture every 50 frames.'],
  ])('%s', (_, said) => {
    expect(animationDescribed.check(evidence(said)).findings).toEqual([])
  })

  it('or to stand still, where its frames have a delay or nobody sets one', () => {
    expect(animationSpeed.check(evidence('![r](rings.gif)')).findings).toEqual([])
    const unset = withAnimation({ 'README.md': '# R\n\n![r](rings.gif)\n' }, withoutDelays())
    expect(animationSpeed.check(unset).findings).toEqual([])
  })
})
