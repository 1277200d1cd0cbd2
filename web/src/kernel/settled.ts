import { useEffect, useState } from 'react'

/** The value as it stood when the writer paused: what is asked for at every key would be thrown away. `value` must stay the same object while it does. */
export function useSettled<Value>(value: Value, milliseconds = 500): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
