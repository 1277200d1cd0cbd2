import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { isBurdenOffice, mayCancelContact, mayLookAtBurden, mayWriteContact, readsBurdenOfAll } from './policy.ts'
import { exportBurden, exportContacts } from './rows/service.ts'
import { cancelContact, findAllianceToRead, findFirmToContact, lockContact, setThreshold, writeContact } from './service.ts'
import { viewBurden, viewBurdenOfAll, viewContacts } from './view/service.ts'

export const contactRoutes: Route[] = [
  route(contract.getBurden, { find: ({ tx, actor, params }) => findFirmToContact(tx, actor, params.organisationId), may: mayLookAtBurden, run: ({ tx, actor, found, query, now }) => viewBurden(tx, actor, found, query.month, now) }),
  route(contract.listContacts, { find: nothing, may: seen, run: ({ tx, actor, query }) => viewContacts(tx, actor, query) }),
  route(contract.exportContacts, { find: nothing, may: mayLookAtBurden, run: ({ tx, actor, query, now }) => exportContacts(tx, actor, query, now) }),
  route(contract.writeContact, { find: nothing, may: mayWriteContact, run: ({ tx, actor, body, now }) => writeContact(tx, actor, body, now) }),
  route(contract.cancelContact, { find: ({ tx, actor, params }) => lockContact(tx, actor, params.contactId), may: mayCancelContact, run: ({ tx, actor, found, now }) => cancelContact(tx, actor, found, now) }),
  route(contract.getBurdenOfAll, { find: ({ tx, actor }) => findAllianceToRead(tx, actor), may: readsBurdenOfAll, run: ({ tx, actor, found, query, now }) => viewBurdenOfAll(tx, actor, found.allianceId!, query.month, now) }),
  route(contract.exportBurden, { find: ({ tx, actor }) => findAllianceToRead(tx, actor), may: readsBurdenOfAll, run: ({ tx, actor, found, query, now }) => exportBurden(tx, actor, found.allianceId!, query.month, now) }),
  route(contract.setThreshold, { find: nothing, may: isBurdenOffice, run: ({ tx, actor, body, now }) => setThreshold(tx, actor, body, now) }),
]
