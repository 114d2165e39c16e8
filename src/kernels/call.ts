import { relu, reluBackward, sigmoidBackward, tanhBackward } from './activations'
import { adam } from './adam'
import { add, addScaled, fill, fillUniform, lookUp, scale } from './fills'
import { exp, sigmoid, tanh } from './functions'
import { highwayGate, highwayGateBackward } from './highway-gate'
import { lwta, lwtaBackward } from './lwta'
import { matmul } from './matmul'
import { heavyBall, nesterov, nesterovRateInVelocity, sgd } from './optimisers'
import { addBias, columnSums, squaredBlocks } from './reductions'
import { smoothFields } from './smooth-fields'
import { softmax, softmaxCrossEntropy } from './softmax'
import { warp } from './warp'

// A call is a number and up to 12 operands, which lie in a box of float64: addresses, sizes, scalars.
// The numbers are the places in numerics/linear/operations.ts.

/** Runs one kernel with the operands in the box at `box`. */
export function call<T extends number>(operation: i32, box: usize): void {
  switch (operation) {
    case 0:
      matmul<T>(
        whole(box, 0),
        whole(box, 1),
        whole(box, 2),
        whole(box, 3) != 0,
        whole(box, 4),
        whole(box, 5),
        whole(box, 6),
        whole(box, 7),
        whole(box, 8),
        whole(box, 9),
        whole(box, 10),
        whole(box, 11),
      )
      return
    case 1:
      addBias<T>(whole(box, 0), whole(box, 1), whole(box, 2), whole(box, 3))
      return
    case 2:
      columnSums<T>(whole(box, 0), whole(box, 1), whole(box, 2), whole(box, 3))
      return
    case 3:
      exp<T>(whole(box, 0), whole(box, 1), whole(box, 2))
      return
    case 4:
      tanh<T>(whole(box, 0), whole(box, 1), whole(box, 2))
      return
    case 5:
      tanhBackward<T>(whole(box, 0), whole(box, 1), whole(box, 2), whole(box, 3))
      return
    case 6:
      sigmoid<T>(whole(box, 0), whole(box, 1), whole(box, 2))
      return
    case 7:
      sigmoidBackward<T>(whole(box, 0), whole(box, 1), whole(box, 2), whole(box, 3))
      return
    case 8:
      relu<T>(whole(box, 0), whole(box, 1), whole(box, 2))
      return
    case 9:
      reluBackward<T>(whole(box, 0), whole(box, 1), whole(box, 2), whole(box, 3))
      return
    case 10:
      lwta<T>(whole(box, 0), whole(box, 1), whole(box, 2), whole(box, 3))
      return
    case 11:
      lwtaBackward<T>(whole(box, 0), whole(box, 1), whole(box, 2), whole(box, 3), whole(box, 4))
      return
    case 12:
      highwayGate<T>(whole(box, 0), whole(box, 1), whole(box, 2), whole(box, 3), whole(box, 4))
      return
    case 13:
      highwayGateBackward<T>(
        whole(box, 0),
        whole(box, 1),
        whole(box, 2),
        whole(box, 3),
        whole(box, 4),
        whole(box, 5),
        whole(box, 6),
        whole(box, 7),
      )
      return
    case 14:
      softmax<T>(whole(box, 0), whole(box, 1), whole(box, 2), whole(box, 3), whole(box, 4))
      return
    case 15:
      softmaxCrossEntropy<T>(
        whole(box, 0),
        whole(box, 1),
        whole(box, 2),
        whole(box, 3),
        whole(box, 4),
        whole(box, 5),
        whole(box, 6),
      )
      return
    case 16:
      squaredBlocks<T>(whole(box, 0), whole(box, 1), whole(box, 2))
      return
    case 17:
      fill<T>(whole(box, 0), real(box, 1), whole(box, 2))
      return
    case 18:
      fillUniform<T>(whole(box, 0), whole(box, 1), real(box, 2), real(box, 3), whole(box, 4))
      return
    case 19:
      add<T>(whole(box, 0), whole(box, 1), whole(box, 2))
      return
    case 20:
      scale<T>(whole(box, 0), real(box, 1), whole(box, 2))
      return
    case 21:
      addScaled<T>(whole(box, 0), whole(box, 1), real(box, 2), whole(box, 3))
      return
    case 22:
      sgd<T>(whole(box, 0), whole(box, 1), real(box, 2), whole(box, 3))
      return
    case 23:
      heavyBall<T>(
        whole(box, 0),
        whole(box, 1),
        whole(box, 2),
        real(box, 3),
        real(box, 4),
        whole(box, 5),
      )
      return
    case 24:
      nesterov<T>(
        whole(box, 0),
        whole(box, 1),
        whole(box, 2),
        real(box, 3),
        real(box, 4),
        whole(box, 5),
      )
      return
    case 25:
      nesterovRateInVelocity<T>(
        whole(box, 0),
        whole(box, 1),
        whole(box, 2),
        real(box, 3),
        real(box, 4),
        whole(box, 5),
      )
      return
    case 26:
      adam<T>(
        whole(box, 0),
        whole(box, 1),
        whole(box, 2),
        whole(box, 3),
        real(box, 4),
        real(box, 5),
        real(box, 6),
        real(box, 7),
        real(box, 8),
        real(box, 9),
        whole(box, 10),
      )
      return
    case 27:
      smoothFields<T>(
        whole(box, 0),
        whole(box, 1),
        whole(box, 2),
        real(box, 3),
        whole(box, 4),
        whole(box, 5),
        whole(box, 6),
      )
      return
    case 28:
      warp<T>(
        whole(box, 0),
        whole(box, 1),
        whole(box, 2),
        whole(box, 3),
        whole(box, 4),
        whole(box, 5),
      )
      return
    case 29:
      lookUp<T>(whole(box, 0), whole(box, 1), whole(box, 2), whole(box, 3))
      return
    default:
      unreachable()
  }
}

// @ts-ignore: decorator
@inline
function real(box: usize, place: usize): f64 {
  return load<f64>(box + 8 * place)
}

/** An address or a size. */
// @ts-ignore: decorator
@inline
function whole(box: usize, place: usize): usize {
  return <usize>real(box, place)
}
