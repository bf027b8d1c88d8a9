// Which standard asks at least as much as which other.

import type { Condition } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { conditionFault } from '../src/check/condition.ts';
import { implies } from '../src/overlay/strictness.ts';

const least = (value: string, part = ''): Condition => ({ kind: 'atLeast', part, value });
const most = (value: string, part = ''): Condition => ({ kind: 'atMost', part, value });
const fact = (value: boolean, part = ''): Condition => ({ kind: 'equals', part, value });
const judged = (part = ''): Condition => ({ kind: 'judged', part });
const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
const any = (...of: Condition[]): Condition => ({ kind: 'any', of });

describe('meeting the first means meeting the second', () => {
  it.each([
    [least('90'), least('90'), true],
    [least('90'), least('90.001'), false],
    [most('12'), most('12'), true],
    [most('12'), most('11.999'), false],
    [most('11'), most('12'), true],
    [least('90'), most('90'), false],
    [most('90'), least('90'), false],
    [least('90'), least('80', 'clean'), false],
    [fact(true), fact(true), true],
    [fact(false), fact(false), true],
    [fact(true), fact(false), false],
    [fact(true), judged(), false],
    [judged(), fact(true), false],
    [judged(), judged(), true],
    [judged(), judged('clean'), false],
    [fact(true), least('1'), false],
    [least('1'), fact(true), false],
    [judged(), least('1'), false],
    [least('1'), judged(), false],
    [all(least('90'), least('50', 'clean')), least('50', 'clean'), true],
    [least('90'), all(least('80'), least('50', 'clean')), false],
    [any(least('90'), least('95')), least('90'), true],
    [any(least('90'), least('85')), least('90'), false],
    [least('90'), any(least('95'), least('80')), true],
    [least('90'), any(least('95'), least('96')), false],
    [any(least('90'), most('3')), any(most('3'), least('80')), true],
  ])('%j, %j: %s', (a, b, expected) => {
    expect(implies(a, b)).toBe(expected);
  });
});

describe('conditions of one cell', () => {
  it.each([
    [least('90'), null],
    [all(least('90'), most('80')), 'set.conditions-contradict'],
    [all(most('80'), least('90')), 'set.conditions-contradict'],
    [all(least('80'), most('80')), null],
    [all(most('80'), least('80')), null],
    [all(least('90'), least('90')), 'set.condition-unreachable'],
    [all(least('90'), least('80', 'clean')), null],
    [all(least('90'), least('80')), 'set.condition-unreachable'],
    [all(most('10'), most('20')), 'set.condition-unreachable'],
    [any(most('10'), least('20')), null],
    [any(most('10'), most('20')), 'set.condition-unreachable'],
    [all(fact(true), fact(false)), 'set.conditions-contradict'],
    [all(fact(true), fact(true)), 'set.condition-unreachable'],
    [all(fact(false), fact(false)), 'set.condition-unreachable'],
    [all(fact(true), judged('clean')), null],
    [all(judged(), judged()), 'set.condition-unreachable'],
    [any(fact(true), fact(false)), null],
    [any(all(least('90'), least('1', 'clean')), all(least('80'), least('2', 'clean'))), null],
    [any(least('95'), all(least('90'), most('80'))), 'set.conditions-contradict'],
    [
      any(all(least('1'), least('1', 'clean')), least('5'), all(least('90'), most('80'))),
      'set.conditions-contradict',
    ],
    [all(least('1', 'clean'), least('90'), least('80')), 'set.condition-unreachable'],
  ])('%j: %s', (condition, fault) => {
    expect(conditionFault(condition)).toBe(fault);
  });
});
