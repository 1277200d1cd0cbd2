import { sql } from 'kysely'
import { watchPlacements } from '../server/src/features/placements/guards/night/service.ts'
import { newPlace } from './place.ts'
import { insertPlacements } from './placement-rows.ts'
import { processorSeconds } from './processor-time.ts'
import { report, timed } from './report.ts'

/** The nightly run over every student on placement: a quiet night, one in which policies ended and firms shrank, one in which that was put right. */
const count = Number(process.env['SILIAN_PLACEMENTS'] ?? 100_000)
const size = { schools: Math.max(1, Math.round(count / 1000)), firms: Math.max(1, Math.round(count / 20)), placements: count }
const now = new Date('2027-04-10T18:15:00Z')

const place = await newPlace()
await insertPlacements(place.db, place.allianceId, size)

const night = async () => {
  const before = processorSeconds(place.folder)
  const { ms, answer } = await timed(() => watchPlacements(place.db, now))
  return { seconds: ms / 1000, processor: processorSeconds(place.folder) - before, ...answer }
}
const quiet = await night()
if (quiet.judged !== count || quiet.opened !== 0) throw new Error(JSON.stringify(quiet))

// One school in a hundred lost its policy, one firm in a hundred most of its staff.
await sql`update insurance_policy set ended_on = date '2027-04-01' where id in (select id from insurance_policy order by number limit greatest(1, (select count(*) / 100 from insurance_policy)))`.execute(place.db)
await sql`update organisation set staff_count = 50 where id in (select id from organisation where kind = 'enterprise' order by name limit greatest(1, (select count(*) / 100 from organisation where kind = 'enterprise')))`.execute(place.db)
const broken = await night()
await sql`update insurance_policy set ended_on = null`.execute(place.db)
await sql`update organisation set staff_count = 2000 where kind = 'enterprise'`.execute(place.db)
const mended = await night()
if (broken.opened === 0 || mended.closed !== broken.opened) throw new Error(JSON.stringify({ broken, mended }))

report('placements', [
  { what: 'a quiet night', value: quiet.seconds, unit: 's', goal: 60, note: `${count} active placements, ${size.firms} units, ${size.schools} schools` },
  { what: 'processor time of it, server and database', value: quiet.processor, unit: 's', note: 'does not depend on who else uses the machine' },
  { what: 'a night in which policies ended and firms shrank', value: broken.seconds, unit: 's', goal: 60, note: `${broken.opened} alarms raised` },
  { what: 'the night after it was put right', value: mended.seconds, unit: 's', goal: 60, note: `${mended.closed} alarms closed` },
])
await place.close()
