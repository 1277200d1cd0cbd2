/** Formats that only a browser opens: redrawn as JPEG here, before they are sent. */
const elsewhere = /\.(webp|heic|heif|avif)$|^image\/(webp|heic|heif|avif)$/i

/** The same picture as JPEG where the browser can open it; else as it is, for the server to say what to do. */
export async function asJpeg(file: File): Promise<File> {
  if (!elsewhere.test(file.type) && !elsewhere.test(file.name)) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const canvas = document.createElement('canvas')
    canvas.width = picture.width
    canvas.height = picture.height
    canvas.getContext('2d')!.drawImage(picture, 0, 0)
    picture.close()
    const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
    return jpeg ? new File([jpeg], `${file.name.replace(/\.[^.]+$/, '')}.jpg`, { type: 'image/jpeg' }) : file
  } catch {
    return file
  }
}
