import { VECTOR, lanes } from './vectors'

// A panel holds `width` neighbouring rows of A (or columns of B) so that the tile reads it in one
// ascending stream: panel[k * width + i] = from[i * across + k * along], strides in elements. Panels
// at the edge are filled up with +0.

/** Panels as wide as one or two vectors. `present` <= width of its rows exist. */
// @ts-ignore: decorator
@inline
export function pack<T extends number>(
  panel: usize,
  from: usize,
  across: usize,
  along: usize,
  width: usize,
  present: usize,
  depth: usize,
): void {
  if (present == width && across == 1) copyRuns<T>(panel, from, along, width, depth)
  else if (present == width && along == 1) transpose<T>(panel, from, across, width, depth)
  else gather<T>(panel, from, across, along, width, present, depth)
}

/** The panel's rows lie side by side: each step of k is one run of one or two vectors. */
// @ts-ignore: decorator
@inline
function copyRuns<T extends number>(
  panel: usize,
  from: usize,
  along: usize,
  width: usize,
  depth: usize,
): void {
  const bytes = width * sizeof<T>()
  const step = along * sizeof<T>()
  for (const end = panel + depth * bytes; panel < end; panel += bytes, from += step) {
    v128.store(panel, v128.load(from))
    if (width > lanes<T>()) v128.store(panel, v128.load(from, VECTOR), VECTOR)
  }
}

/** k runs along memory: square blocks of lanes x lanes are turned in registers. */
function transpose<T extends number>(
  panel: usize,
  from: usize,
  across: usize,
  width: usize,
  depth: usize,
): void {
  const row = across * sizeof<T>()
  const step = width * sizeof<T>()
  const whole = depth & ~(lanes<T>() - 1)
  for (let i: usize = 0; i < width; i += lanes<T>()) {
    let to = panel + i * sizeof<T>()
    let at = from + i * row
    for (let k: usize = 0; k < whole; k += lanes<T>(), at += VECTOR, to += lanes<T>() * step) {
      if (sizeof<T>() == 4) turnFour(to, step, at, row)
      else turnTwo(to, step, at, row)
    }
    for (let k = whole; k < depth; k++, at += sizeof<T>(), to += step) {
      for (let lane: usize = 0; lane < lanes<T>(); lane++) {
        store<T>(to + lane * sizeof<T>(), load<T>(at + lane * row))
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function turnFour(to: usize, step: usize, from: usize, row: usize): void {
  const r0 = v128.load(from)
  const r1 = v128.load(from + row)
  const r2 = v128.load(from + 2 * row)
  const r3 = v128.load(from + 3 * row)
  const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5)
  const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7)
  const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5)
  const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7)
  v128.store(to, v128.shuffle<f64>(low01, low23, 0, 2))
  v128.store(to + step, v128.shuffle<f64>(low01, low23, 1, 3))
  v128.store(to + 2 * step, v128.shuffle<f64>(high01, high23, 0, 2))
  v128.store(to + 3 * step, v128.shuffle<f64>(high01, high23, 1, 3))
}

// @ts-ignore: decorator
@inline
function turnTwo(to: usize, step: usize, from: usize, row: usize): void {
  const r0 = v128.load(from)
  const r1 = v128.load(from + row)
  v128.store(to, v128.shuffle<f64>(r0, r1, 0, 2))
  v128.store(to + step, v128.shuffle<f64>(r0, r1, 1, 3))
}

/** Any strides, and the panels at the edge. */
function gather<T extends number>(
  panel: usize,
  from: usize,
  across: usize,
  along: usize,
  width: usize,
  present: usize,
  depth: usize,
): void {
  for (let k: usize = 0; k < depth; k++, from += along * sizeof<T>()) {
    for (let i: usize = 0; i < width; i++, panel += sizeof<T>()) {
      store<T>(panel, i < present ? load<T>(from + i * across * sizeof<T>()) : <T>0)
    }
  }
}
