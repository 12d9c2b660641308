export { makeImages, pauseImage, toolboxImage } from './images.ts'
export type { OciArchive } from './oci-archive.ts'
