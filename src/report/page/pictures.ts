import type { Pictures } from '../worker/messages.ts'

const columns = 10

/** Draws pictures in rows of ten, with a gap of one pixel. */
export function drawPictures(canvas: HTMLCanvasElement, { side, count, pixels }: Pictures): void {
  const rows = Math.ceil(count / columns)
  canvas.width = columns * (side + 1) - 1
  canvas.height = rows * (side + 1) - 1
  const context = canvas.getContext('2d')
  if (!context) return
  const image = context.createImageData(canvas.width, canvas.height)
  for (let i = 0; i < image.data.length; i += 4) image.data.set([128, 128, 128, 255], i)
  for (let one = 0; one < count; one++) {
    const left = (one % columns) * (side + 1)
    const top = Math.floor(one / columns) * (side + 1)
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) {
        const grey = pixels[(one * side + y) * side + x]
        image.data.fill(
          grey,
          4 * ((top + y) * canvas.width + left + x),
          4 * ((top + y) * canvas.width + left + x) + 3,
        )
      }
  }
  context.putImageData(image, 0, 0)
}
