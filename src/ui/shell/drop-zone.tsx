import { useEffect, useState } from 'react'

/** Takes files dropped anywhere on the page, and shows that it would. */
export function DropZone({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    function onDragOver(event: DragEvent) {
      if (!hasFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    function onDragLeave(event: DragEvent) {
      if (event.relatedTarget === null) setOver(false)
    }
    function onDrop(event: DragEvent) {
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      onFiles(files)
    }
    addEventListener('dragover', onDragOver)
    addEventListener('dragleave', onDragLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onDragOver)
      removeEventListener('dragleave', onDragLeave)
      removeEventListener('drop', onDrop)
    }
  }, [onFiles])
  if (!over) return null
  return (
    <div className="border-accent bg-accent-soft text-title text-accent pointer-events-none fixed inset-2 z-30 grid place-items-center rounded-xl border-2 border-dashed font-semibold">
      Drop a run file to open it, or two to compare them
    </div>
  )
}
