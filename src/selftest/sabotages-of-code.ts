import type { Sabotage } from './sabotage.ts'

const gradients = { spec: 'specs/contracts/gradients.spec.ts' }
const parity = { spec: 'specs/contracts/parity/parity.spec.ts' }
const arithmetic = { spec: 'specs/contracts/arithmetic.spec.ts' }
const architecture = { spec: 'specs/contracts/architecture.spec.ts' }
const seeds = { spec: 'specs/run/seeds.spec.ts' }

/** What can be wrong with the code that computes. */
export const sabotagesOfCode: readonly Sabotage[] = [
  {
    name: 'a flipped sign in the backward pass of tanh',
    change: {
      path: 'src/nn/layers/tanh.ts',
      replace: 'if (dx) b.tanhBackward(dx, dy, y, rows * width)',
      by: 'if (dx) {\n        b.tanhBackward(dx, dy, y, rows * width)\n        b.scale(dx, -1, rows * width)\n      }',
    },
    check: gradients,
    says: /layer tanh on wasm: gradient of input is off by/,
  },
  {
    name: 'a term dropped from the backward pass of highway',
    change: {
      path: 'src/nn/layers/highway.ts',
      replace:
        'affineInputGradient(b, path, dt, weightT, rows, width, width)\n      b.add(dx, path, size(rows))\n',
      by: '',
    },
    check: gradients,
    says: /layer highway on wasm: gradient of input is off by/,
  },
  {
    name: 'a constant changed in the kernel of tanh',
    change: {
      path: 'src/kernels/hyperbolic-tangent.ts',
      replace: '0.13331442, -0.3333328,',
      by: '0.13331442, -0.3333329,',
    },
    check: parity,
    says: /wasm f32 tanh: y\[\d+\] is 0x/,
  },
  {
    name: 'NaN hidden by the kernel of ReLU',
    change: {
      path: 'src/kernels/activations.ts',
      replace: 'return v128.andnot(x, v128.lt<T>(x, v128.splat<T>(<T>0)))',
      by: 'return v128.and(x, v128.gt<T>(x, v128.splat<T>(<T>0)))',
    },
    check: parity,
    says: /wasm f32 relu: y\[\d+\] is /,
  },
  {
    name: 'a clock on the path of a result',
    change: {
      path: 'src/nn/evaluate.ts',
      append: '\nexport const now = () => Date.now()\n',
    },
    check: arithmetic,
    says: /src\/nn\/evaluate\.ts:\d+.*Date/,
  },
  {
    name: "the platform's exponential on the path of a result",
    change: {
      path: 'src/data/pixels.ts',
      replace: 'levels((p) => p / 255)',
      by: 'levels((p) => Math.exp(Math.log(p / 255)))',
    },
    check: arithmetic,
    says: /src\/data\/pixels\.ts:\d+.*Math\.(exp|log)/,
  },
  {
    name: 'a seed ignored by every random stream',
    change: {
      path: 'src/numerics/stream.ts',
      replace: 'return namedStream(`${paper}/${purpose}/seed ${seed}`)',
      by: 'return namedStream(`${paper}/${purpose}/seed ${seed - seed}`)',
    },
    check: seeds,
    says: /seeds 0 and 1 share their \w+/,
  },
  {
    name: 'a model that imports what it may not',
    change: {
      path: 'src/papers/highway-networks/model.ts',
      append: "\nexport { code } from './train.ts'\n",
    },
    check: architecture,
    says: /src\/papers\/highway-networks\/model\.ts:\d+: a model may not import/,
  },
  {
    name: 'a dependency that is not declared',
    change: { path: 'src/nn/evaluate.ts', append: "\nimport 'left-pad'\n" },
    check: architecture,
    says: /left-pad/,
  },
  {
    name: "Holm's adjustment left out",
    change: {
      path: 'src/claims/statistics/holm.ts',
      replace: 'pValues[test] * (pValues.length - rank)',
      by: 'pValues[test]',
    },
    check: { spec: 'specs/claims/statistics/holm.spec.ts' },
    says: /multiplies the smallest by all, the next by one fewer/,
  },
  {
    name: 'a heavy-ball rule under the name of Nesterov',
    change: {
      path: 'src/papers/mnist-deep-mlp/train.ts',
      replace: "const rules = { nesterov, 'heavy-ball': heavyBall }",
      by: "const rules = { nesterov: heavyBall, 'heavy-ball': nesterov }",
    },
    check: { spec: 'specs/papers/declarations.spec.ts', test: 'by the rule that it names' },
    says: /mnist-deep-mlp.*optimiser=nesterov/,
  },
  {
    name: 'arms swapped',
    change: {
      path: 'src/papers/compete-to-compute/index.ts',
      replace: "config: { activation: 'relu' }",
      by: "config: { activation: 'lwta' }",
    },
    check: { spec: 'specs/papers/declarations.spec.ts', test: 'its net is of' },
    says: /compete-to-compute.*its net is of dense, relu/,
  },
  {
    name: 'a net tested on its training images',
    change: {
      path: 'src/papers/classifier.ts',
      replace: 'imageBatches(backend, dataset.test, recipe.pixels, batchSize)',
      by: 'imageBatches(backend, dataset.train, recipe.pixels, batchSize)',
    },
    check: { spec: 'specs/papers/declarations.spec.ts', test: 'it is tested' },
    says: /it is tested > after each epoch, on as many test images/,
  },
  {
    name: 'a clip of the gradient that is ignored',
    change: {
      path: 'src/nn/training-step.ts',
      replace: 'if (norm >= clipNorm)',
      by: 'if (norm >= Infinity)',
    },
    check: { spec: 'specs/papers/declarations.spec.ts', test: 'clipNorm' },
    says: /highway-networks.*is shortened to clipNorm/,
  },
]
