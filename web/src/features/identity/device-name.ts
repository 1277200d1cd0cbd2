const browsers = [['Edg/', 'Edge'], ['MicroMessenger', '微信'], ['HuaweiBrowser', 'Huawei Browser'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']] as const
const systems = [['HarmonyOS', 'HarmonyOS'], ['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS', 'macOS'], ['Linux', 'Linux']] as const

/** Chrome · Windows: enough to know one's own devices by; null when nothing is known. */
export function deviceName(userAgent: string): string | null {
  const name = (list: readonly (readonly [string, string])[]) => list.find(([sign]) => userAgent.includes(sign))?.[1]
  return [name(browsers), name(systems)].filter(Boolean).join(' · ') || null
}
