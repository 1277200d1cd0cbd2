/** The day it is in China, wherever the device is. */
export const chinaDay = (now: Date) => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
/** Six in the evening, so many days on. */
export const eveningIn = (now: Date, days: number) => new Date(`${chinaDay(new Date(now.getTime() + days * 86_400_000))}T18:00:00+08:00`).toISOString()
