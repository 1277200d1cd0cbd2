export function NewClassPage() { return null }
export function EditClassPage() { return null }
