import { scratch } from './workspace'

// Inverse warp with bilinear sampling. An image is copied into the scratch inside a border of zeros one
// pixel wide, so that all four neighbours of any source point in reach exist.

export function warp<T extends number>(
  out: usize,
  images: usize,
  affine: usize,
  displacement: usize,
  count: usize,
  side: usize,
): void {
  const bytes = side * side * sizeof<T>()
  for (let q: usize = 0; q < count; q++) {
    copyWithBorder<T>(images + q * bytes, side)
    const dx = displacement + 2 * q * bytes
    warpImage<T>(out + q * bytes, affine + q * 6 * sizeof<T>(), dx, dx + bytes, side)
  }
}

function copyWithBorder<T extends number>(image: usize, side: usize): void {
  const row = side * sizeof<T>()
  const borderedRow = (side + 2) * sizeof<T>()
  memory.fill(scratch(), 0, (side + 2) * borderedRow)
  for (let i: usize = 0; i < side; i++) {
    memory.copy(scratch() + (i + 1) * borderedRow + sizeof<T>(), image + i * row, row)
  }
}

function warpImage<T extends number>(
  out: usize,
  affine: usize,
  dx: usize,
  dy: usize,
  side: usize,
): void {
  const a = load<T>(affine)
  const b = load<T>(affine, sizeof<T>())
  const c = load<T>(affine, 2 * sizeof<T>())
  const d = load<T>(affine, 3 * sizeof<T>())
  const e = load<T>(affine, 4 * sizeof<T>())
  const f = load<T>(affine, 5 * sizeof<T>())
  const centre = (<T>side - <T>1) / <T>2
  for (let i: usize = 0; i < side; i++) {
    const v = <T>i - centre
    const bv = b * v
    const ev = e * v
    for (let j: usize = 0; j < side; j++) {
      const u = <T>j - centre
      const sx = a * u + bv + c + load<T>(dx)
      const sy = d * u + ev + f + load<T>(dy)
      store<T>(out, sample<T>(sx, sy, side))
      out += sizeof<T>()
      dx += sizeof<T>()
      dy += sizeof<T>()
    }
  }
}

// @ts-ignore: decorator
@inline
function sample<T extends number>(sx: T, sy: T, side: usize): T {
  const beyond = <T>side
  // Written so that NaN is out of reach.
  const inReach = sx > <T>-1 && sy > <T>-1 && sx < beyond && sy < beyond
  if (!inReach) return <T>0
  const x0 = floor<T>(sx)
  const y0 = floor<T>(sy)
  const fx = sx - x0
  const fy = sy - y0
  const row = (side + 2) * sizeof<T>()
  const p = scratch() + <usize>(<i32>y0 + 1) * row + <usize>(<i32>x0 + 1) * sizeof<T>()
  const p00 = load<T>(p)
  const p01 = load<T>(p, sizeof<T>())
  const p10 = load<T>(p + row)
  const p11 = load<T>(p + row, sizeof<T>())
  const top = p00 + fx * (p01 - p00)
  const bottom = p10 + fx * (p11 - p10)
  return top + fy * (bottom - top)
}
