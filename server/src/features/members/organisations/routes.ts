import { nothing, route, seen } from '../../../kernel/route.ts'
import { exportDirectory, viewDirectory } from '../directory/service.ts'
import { editOrganisation, exportOrganisations, getOrganisation, listOrganisations, listTowns, orderOrganisation, registerOrganisation, unmaskContacts } from './contract.ts'
import { mayEditOrganisation, mayExportOrganisations, mayOrderOrganisations, mayRegisterOrganisation, mayUnmaskContacts } from './policy.ts'
import { edit, order, register, unmask, viewOrganisation, viewTowns } from './service.ts'
import { findOrganisation, lockOrganisation } from './tables.ts'

export const organisationRoutes = [
  route(listOrganisations, { find: nothing, may: seen, run: ({ tx, actor, query }) => viewDirectory(tx, actor, query) }),
  route(exportOrganisations, { find: nothing, may: mayExportOrganisations, run: ({ tx, actor, query }) => exportDirectory(tx, actor, query) }),
  route(listTowns, { find: nothing, may: seen, run: ({ tx, actor }) => viewTowns(tx, actor) }),
  route(registerOrganisation, { find: nothing, may: mayRegisterOrganisation, run: ({ tx, actor, body, now }) => register(tx, actor, body, now) }),
  route(getOrganisation, {
    find: ({ tx, actor, params }) => findOrganisation(tx, actor, params.organisationId),
    may: seen,
    run: ({ tx, actor, found }) => viewOrganisation(tx, actor, found),
  }),
  route(editOrganisation, {
    find: ({ tx, actor, params }) => lockOrganisation(tx, actor, params.organisationId),
    may: mayEditOrganisation,
    run: async ({ tx, actor, found, body, now }) => viewOrganisation(tx, actor, await edit(tx, actor, found, body, now)),
  }),
  route(orderOrganisation, {
    find: ({ tx, actor, params }) => lockOrganisation(tx, actor, params.organisationId),
    may: mayOrderOrganisations,
    run: ({ tx, actor, found, body, now }) => order(tx, actor, found, body.protocolOrder, now),
  }),
  route(unmaskContacts, {
    find: ({ tx, actor, params }) => findOrganisation(tx, actor, params.organisationId),
    may: mayUnmaskContacts,
    run: ({ tx, actor, found, body, now }) => unmask(tx, actor, found, body.reason, now),
  }),
]
