import { expect, test } from 'vitest'
import { afterAttempt, failuresBeforeOff, mostAttempts, whyNotAddress, whyNotReplay } from './rules.ts'

const on = { failures: 0, disabledAt: null }
const first = { attemptsSoFar: 1 }

test.each([
  ['200 is delivered', on, { ...first, status: 200 }, { state: 'delivered', again: false, failures: 0, off: null }],
  ['204 is delivered', on, { ...first, status: 204 }, { state: 'delivered', again: false, failures: 0, off: null }],
  ['a success forgets what failed before', { ...on, failures: 12 }, { ...first, status: 299 }, { state: 'delivered', again: false, failures: 0, off: null }],
  ['500 is tried again', on, { ...first, status: 500 }, { state: 'waiting', again: true, failures: 1, off: null }],
  ['a redirect is no success', on, { ...first, status: 302 }, { state: 'waiting', again: true, failures: 1, off: null }],
  ['no answer is tried again', on, { ...first, status: null }, { state: 'waiting', again: true, failures: 1, off: null }],
  ['the last attempt is the last', on, { attemptsSoFar: mostAttempts, status: 500 }, { state: 'failed', again: false, failures: 1, off: null }],
  ['410 switches it off', on, { ...first, status: 410 }, { state: 'failed', again: false, failures: 1, off: 'gone' }],
  ['too many failures in a row switch it off', { ...on, failures: failuresBeforeOff - 1 }, { ...first, status: 500 }, { state: 'failed', again: false, failures: failuresBeforeOff, off: 'failing' }],
  ['one fewer does not', { ...on, failures: failuresBeforeOff - 2 }, { ...first, status: 500 }, { state: 'waiting', again: true, failures: failuresBeforeOff - 1, off: null }],
] as const)('%s', (_sentence, webhook, attempt, expected) => {
  expect(afterAttempt(webhook, attempt)).toEqual(expected)
})

test.each([
  ['an address of the internet', 'https://hooks.example.com/silian', null],
  ['one with a port of its own', 'https://hooks.example.com:8443/silian', null],
  ['without encryption', 'http://hooks.example.com/', 'webhook_address'],
  ['this machine', 'https://localhost/', 'webhook_address'],
  ['a name of the own network', 'https://erp/', 'webhook_address'],
  ['a name that ends in internal', 'https://metadata.google.internal/', 'webhook_address'],
  ['a password in the address', 'https://user:secret@hooks.example.com/', 'webhook_address'],
  ['a fragment that is never sent', 'https://hooks.example.com/#a', 'webhook_address'],
] as const)('%s', (_sentence, address, expected) => {
  expect(whyNotAddress(address, false)).toBe(expected)
})

test('where the operator allows it, the own network may be told', () => {
  expect([whyNotAddress('http://erp:8080/silian', true), whyNotAddress('http://user:secret@erp/', true)]).toEqual([null, 'webhook_address'])
})

test.each([
  ['what was delivered may be sent again', { state: 'delivered', payload: {} }, on, null],
  ['what failed, too', { state: 'failed', payload: {} }, on, null],
  ['what still waits is on its way', { state: 'waiting', payload: {} }, on, 'wrong_state'],
  ['what was never written has nothing to repeat', { state: 'skipped', payload: null }, on, 'wrong_state'],
  ['nothing goes to a webhook that is off', { state: 'failed', payload: {} }, { disabledAt: new Date(0) }, 'webhook_off'],
] as const)('%s', (_sentence, delivery, webhook, expected) => {
  expect(whyNotReplay(delivery, webhook)).toBe(expected)
})
