// The HTTP door of a test's own house, asked without a network: a fault of ours fails the test that met it.
import type { Principal } from '@vungbuoc/programme/principals';
import { type AppOptions, makeApp } from '../src/http/app.ts';
import type { TestHouse } from './database.ts';

export type TestApp = ReturnType<typeof makeApp>;

/**
 * What this test needs otherwise.
 */
export type TestDoor = Partial<AppOptions> & {
  /** Everybody is this one; null: whoever the session says, as the server does. */
  readonly principal?: Principal | null;
};

/**
 * Makes the door as the server does, for the house's own principal and without built screens.
 * @param different what this test needs otherwise; a test that expects faults, or looks for them at the end, collects
 *   them with its own `onFault`
 */
export function makeTestApp(house: TestHouse, { principal, ...different }: TestDoor = {}): TestApp {
  return makeApp({
    workshop: house.workshop,
    accounts: house.accounts,
    standIn: house.principal,
    hosts: ['localhost'],
    webFolder: '/nowhere',
    onFault: (fault) => {
      throw fault;
    },
    ...different,
    ...(principal === undefined ? {} : { standIn: principal }),
  });
}
