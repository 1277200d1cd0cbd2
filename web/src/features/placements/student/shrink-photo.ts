/** Longest side of a log's photo: enough to read a label on it. */
const longest = 1600

/**
 * Redrawn smaller, upright, as JPEG; null where it is no picture. What the phone wrote into the file (place, time, device) does not come
 * along; the server removes it again, whoever sends.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob | null> {
  let picture: ImageBitmap
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return null
  }
  const share = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * share))
  canvas.height = Math.max(1, Math.round(picture.height * share))
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82))
}
