/** Hands a file to the person, as a browser does with a download. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // A large file is still being copied when the press returns.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
