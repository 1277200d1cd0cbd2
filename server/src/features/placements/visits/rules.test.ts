import { expect, test } from 'vitest'
import { faultsOfVisit } from './rules.ts'

const finish = { action: 'finish', visitedOn: '2027-04-10', finding: '两名学生都在装配线，师傅在旁。' }
test.each([
  ['done, and all is well', finish, []],
  ['done, with something to do', { ...finish, followUp: '补发工作服', followUpBy: '2027-04-20' }, []],
  ['done tomorrow', { ...finish, visitedOn: '2027-04-11' }, ['visitedOn too_late']],
  ['"all fine" is no finding', { ...finish, finding: '都好' }, ['finding too_short']],
  ['something to do, but not until when', { ...finish, followUp: '补发工作服' }, ['followUpBy missing']],
  ['until when, but not what', { ...finish, followUpBy: '2027-04-20' }, ['followUp missing']],
  ['to be done before it was found', { ...finish, followUp: '补发工作服', followUpBy: '2027-04-09' }, ['followUpBy out_of_order']],
  ['nothing at all', { action: 'finish' }, ['visitedOn missing', 'finding too_short']],
  ['called off without a word', { action: 'cancel' }, ['reason too_short']],
  ['followed up without a word', { action: 'follow' }, ['outcome too_short']],
] as const)('%s', (_sentence, step, expected) => {
  expect(faultsOfVisit(step, '2027-04-10').map(({ path, code }) => `${path[0]} ${code}`)).toEqual(expected)
})
